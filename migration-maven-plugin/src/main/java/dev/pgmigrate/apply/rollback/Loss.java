package dev.pgmigrate.apply.rollback;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.sql.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of a rollback would destroy.
 *
 * @param rollback the rollback
 * @param statement the statement in it
 * @param object what would be lost, as people read it: {@code table public.users}; empty if only running it would tell
 * @param rows how many rows or values
 * @param bytes roughly their size on disk
 * @param newerOrNull how many of the rows were added after the migration, or null if nothing tells
 */
public record Loss(
        Migration rollback,
        SourceRange statement,
        String object,
        Rows rows,
        long bytes,
        @Nullable Long newerOrNull) {
    /**
     * A number of rows.
     *
     * @param number how many; -1 if unknown
     * @param kind how it is known
     */
    public record Rows(long number, Kind kind) {
        /** How a number of rows is known. */
        public enum Kind {
            COUNTED,
            /** By the server's statistics. */
            ESTIMATED,
            /** No more than that. */
            AT_MOST
        }
    }

    /** Returns whether rows would be lost, or might be. */
    public boolean losesRows() {
        return rows.number() != 0;
    }
}
