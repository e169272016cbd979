package dev.pgmigrate.proof.observe;

import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.QualifiedName;
import java.util.Set;

/**
 * What a statement did to a table that was there before.
 *
 * @param table the name that the table had then
 * @param mode the strongest lock that the statement added, or else that the transaction held already
 * @param before the locks that the transaction held already
 * @param rewritten whether the table has new files
 * @param scanned whether its rows were read from the first to the last
 */
public record HeldLock(QualifiedName table, LockMode mode, Set<LockMode> before, boolean rewritten, boolean scanned) {
    public HeldLock {
        before = Set.copyOf(before);
    }
}
