package dev.pgmigrate.proof.observe;

import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.QualifiedName;

/**
 * What a statement did to a table that was there before.
 *
 * @param table the name that the table had then
 * @param mode the strongest lock that the transaction holds on it now
 * @param rewritten whether the table has new files
 * @param scanned whether its rows were read from the first to the last
 */
public record HeldLock(QualifiedName table, LockMode mode, boolean rewritten, boolean scanned) {}
