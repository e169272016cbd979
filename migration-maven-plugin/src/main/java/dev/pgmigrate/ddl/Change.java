package dev.pgmigrate.ddl;

import dev.pgmigrate.schema.SnapshotKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes one object, written so that a second run changes nothing.
 *
 * @param key the object
 * @param step when it runs
 * @param sql the statement, without the semicolon
 * @param lossOrNull what rows it loses, in words, or null if it loses none
 */
public record Change(
        SnapshotKey key, Step step, String sql, @Nullable String lossOrNull) {
    /** The steps of a script, in their order. */
    public enum Step {
        /** What goes, so that its name is free. */
        DROP,
        CREATE,
        /** An index of a table that has rows, which is better built while the table stays writable. */
        INDEX,
        /** The look at the rows of a table for a constraint that is there. */
        VALIDATE
    }

    static Change of(SnapshotKey key, Step step, String sql) {
        return new Change(key, step, sql, null);
    }

    static Change create(SnapshotKey key, String sql) {
        return of(key, Step.CREATE, sql);
    }

    public Optional<String> loss() {
        return Optional.ofNullable(lossOrNull);
    }
}
