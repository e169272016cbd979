package dev.pgmigrate.postgres;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server said when it refused a statement (PostgreSQL manual, 53.8 "Error and Notice Message Fields").
 *
 * @param sqlState the five-character code, {@code 42P07}
 * @param message the primary message, without severity
 * @param detailOrNull the detail, or null
 * @param hintOrNull the hint, or null
 * @param position where in the statement, 1-based in characters; 0 where the server did not say
 * @param whereOrNull the context (a function's line, a COPY's line), or null
 * @param queryOrNull the text of a command that a function made and ran, where that is what failed, or null
 */
public record ServerError(
        String sqlState,
        String message,
        @Nullable String detailOrNull,
        @Nullable String hintOrNull,
        int position,
        @Nullable String whereOrNull,
        @Nullable String queryOrNull) {
    /** Returns an error of a statement that was sent, not of one that a function made. */
    public ServerError(
            String sqlState,
            String message,
            @Nullable String detailOrNull,
            @Nullable String hintOrNull,
            int position,
            @Nullable String whereOrNull) {
        this(sqlState, message, detailOrNull, hintOrNull, position, whereOrNull, null);
    }

    /** Returns the message as a sentence. */
    public String sentence() {
        return message.endsWith(".") ? message : message + ".";
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detailOrNull);
    }

    public Optional<String> hint() {
        return Optional.ofNullable(hintOrNull);
    }

    public Optional<String> where() {
        return Optional.ofNullable(whereOrNull);
    }

    public Optional<String> query() {
        return Optional.ofNullable(queryOrNull);
    }
}
