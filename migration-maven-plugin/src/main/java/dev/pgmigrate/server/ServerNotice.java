package dev.pgmigrate.server;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A notice from a server, such as the text of {@code RAISE WARNING}.
 *
 * @param severity {@code WARNING}, {@code NOTICE} and so on, in English whatever the server's language
 * @param sqlState the five-character code
 * @param message the message
 * @param detailOrNull the detail, or null
 * @param hintOrNull the hint, or null
 */
public record ServerNotice(
        String severity,
        String sqlState,
        String message,
        @Nullable String detailOrNull,
        @Nullable String hintOrNull) {
    public boolean isWarning() {
        return severity.equals("WARNING");
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detailOrNull);
    }

    public Optional<String> hint() {
        return Optional.ofNullable(hintOrNull);
    }

    /** Reads the fields of the message (manual, 54.8 "Error and Notice Message Fields"). */
    static ServerNotice of(byte[] fields) {
        Map<Character, String> texts = new HashMap<>();
        int at = 0;
        while (at < fields.length && fields[at] != 0) {
            int end = at + 1;
            while (end < fields.length && fields[end] != 0) {
                end++;
            }
            texts.put((char) fields[at], new String(fields, at + 1, end - at - 1, StandardCharsets.UTF_8));
            at = end + 1;
        }
        return new ServerNotice(
                texts.getOrDefault('V', texts.getOrDefault('S', "NOTICE")),
                texts.getOrDefault('C', "00000"),
                texts.getOrDefault('M', ""),
                texts.get('D'),
                texts.get('H'));
    }
}
