package dev.pgmigrate.apply.run;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.sql.SourceRange;

/**
 * Says that an earlier attempt sent a statement that commits on its own, and that nothing shows whether it was done.
 */
public final class OutcomeUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Migration migration;
    private final transient SourceRange statement;
    private final String remedy;

    OutcomeUnknownException(Migration migration, SourceRange statement, String remedy) {
        super(migration.path() + ":" + migration.source().position(statement.start()) + " outcome unknown");
        this.migration = migration;
        this.statement = statement;
        this.remedy = remedy;
    }

    public Migration migration() {
        return migration;
    }

    public SourceRange statement() {
        return statement;
    }

    /** Returns the SQL after which the statement will be run again. */
    public String remedy() {
        return remedy;
    }
}
