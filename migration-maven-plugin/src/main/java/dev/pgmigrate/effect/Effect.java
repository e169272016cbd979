package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;

/**
 * What one part of a statement does to one relation.
 *
 * @param relation the relation, with its schema
 * @param operation what is done
 * @param mode the lock that is held until the transaction ends
 * @param work what is done while it is held
 * @param range the part of the statement: an action of an {@code ALTER TABLE}, or the whole
 */
public record Effect(QualifiedName relation, Operation operation, LockMode mode, Work work, SourceRange range) {}
