package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.RequirementFailedException;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.TransactionMode;

/**
 * Why applying, or rolling back, ended early.
 *
 * @param migration the one that failed, or its rollback
 * @param cause a {@link StatementFailedException}, a {@link RequirementFailedException} or a {@link
 *     dev.pgmigrate.server.ServerException}
 * @param tries the number of attempts
 * @param recorded whether the history has a record of it
 */
public record MigrationFailure(Migration migration, RuntimeException cause, int tries, boolean recorded)
        implements Outcome {
    /** Returns whether nothing of the migration remains in the database. */
    public boolean rolledBack() {
        return migration.transactionMode() == TransactionMode.TRANSACTION;
    }
}
