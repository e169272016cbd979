package dev.pgmigrate.replay;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.TransactionMode;

/** Which transaction a runner puts around a file. */
public final class Transactions {
    private static final String LIQUIBASE_OFF = "runInTransaction:false";

    private Transactions() {}

    /** Returns the state of a statement that stands outside any transaction that the file itself begins. */
    public static TransactionState outside(SqlFile file, Runner runner) {
        boolean off = file.directives().transactionOff().isPresent();
        boolean wrapped = switch (runner) {
            case MIGRATE, FLYWAY -> file.transactionMode() == TransactionMode.TRANSACTION;
            case LIQUIBASE -> !off && !file.source().contains(LIQUIBASE_OFF);
            case SUPABASE -> true;
            case PSQL -> false;
        };
        return wrapped ? TransactionState.RUNNER : TransactionState.NONE;
    }
}
