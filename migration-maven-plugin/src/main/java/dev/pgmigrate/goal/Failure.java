package dev.pgmigrate.goal;

import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.sql.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that failed and is not a finding: a statement that a server refused, a file that changed.
 *
 * @param message what is wrong, one sentence
 * @param advice what to do, one sentence; may be empty
 * @param pathOrNull the file, or null if no file is concerned
 * @param startOrNull where it begins in the file, or null
 * @param endOrNull where it ends, exclusive, or null
 * @param statement the statement as written; may be empty
 * @param errorOrNull what the server said, or null
 */
public record Failure(
        String message,
        String advice,
        @Nullable String pathOrNull,
        @Nullable Position startOrNull,
        @Nullable Position endOrNull,
        String statement,
        @Nullable ServerError errorOrNull) {
    /** Returns a failure without a place in a file. */
    public static Failure of(String message, String advice) {
        return new Failure(message, advice, null, null, null, "", null);
    }

    public Optional<String> path() {
        return Optional.ofNullable(pathOrNull);
    }

    public Optional<Position> start() {
        return Optional.ofNullable(startOrNull);
    }

    public Optional<Position> end() {
        return Optional.ofNullable(endOrNull);
    }

    public Optional<ServerError> error() {
        return Optional.ofNullable(errorOrNull);
    }

    /** Returns the place as people and terminals read it: {@code db/migrations/001_x.sql:3:7}; empty without a file. */
    public String place() {
        if (pathOrNull == null) {
            return "";
        }
        return startOrNull == null ? pathOrNull : pathOrNull + ":" + startOrNull.line() + ":" + startOrNull.column();
    }
}
