package dev.pgmigrate.proof.body;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement in the body of a function that fails whenever it runs.
 *
 * @param routine the function, {@code public.total(integer)}
 * @param sqlState the server's code
 * @param message the server's message
 * @param placeOrNull where the statement stands, or null if no file has this body
 * @param mended whether a later migration has mended it
 */
public record BodyProblem(
        String routine,
        String sqlState,
        String message,
        @Nullable Place placeOrNull,
        boolean mended) {
    /**
     * A place in a body, and so in a file.
     *
     * @param file the file
     * @param statement the statement, or the whole function if the body is not in dollar quotes
     * @param range the part of it that the message names
     */
    public record Place(SqlFile file, SourceRange statement, SourceRange range) {}

    public Optional<Place> place() {
        return Optional.ofNullable(placeOrNull);
    }

    BodyProblem asMended() {
        return new BodyProblem(routine, sqlState, message, placeOrNull, true);
    }

    /** Returns what stays the same as long as the problem does. */
    public String identity() {
        return routine + "\n" + sqlState + "\n" + message;
    }
}
