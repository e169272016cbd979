package dev.pgmigrate.postgres;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What PostgreSQL does with identifiers (manual, 4.1.1 "Identifiers and Key Words"). */
public final class Identifier {
    /** The longest identifier in bytes, {@code NAMEDATALEN - 1}; a longer one is cut with a NOTICE. */
    public static final int MAX_BYTES = 63;

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private Identifier() {}

    /**
     * Returns {@code name} as SQL text: bare where it is lower case and plain, quoted elsewhere. A reserved word that
     * looks plain is left bare: ask the parser's keyword list where that matters.
     */
    public static String quote(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns whether the server cuts the name off. */
    public static boolean isTooLong(String name) {
        // A UTF-16 unit makes at most three bytes.
        return name.length() > MAX_BYTES / 3 && bytes(name) > MAX_BYTES;
    }

    /** Returns the length in bytes of UTF-8, by which the server measures it. */
    public static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
