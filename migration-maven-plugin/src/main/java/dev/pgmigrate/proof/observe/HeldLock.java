package dev.pgmigrate.proof.observe;

import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.QualifiedName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement did to a table that was there before; what it did to partitions counts as done to their table, with which
 * they were locked.
 *
 * @param table the name that the table had then
 * @param nowOrNull the name that it has now, or null if it is gone
 * @param modeOrNull the strongest lock that the statement added, or null if the transaction held all that it takes
 * @param before the locks that the transaction held already
 * @param rewritten whether the table has new files
 * @param scanned whether its rows were read from the first to the last
 */
public record HeldLock(
        QualifiedName table,
        @Nullable QualifiedName nowOrNull,
        @Nullable LockMode modeOrNull,
        Set<LockMode> before,
        boolean rewritten,
        boolean scanned) {
    public HeldLock {
        before = Set.copyOf(before);
    }

    /** Returns this lock of a table with what was done to a partition of it. */
    HeldLock with(HeldLock partition) {
        return new HeldLock(
                table, nowOrNull, modeOrNull, before, rewritten || partition.rewritten, scanned || partition.scanned);
    }
}
