package dev.pgmigrate.migration;

/**
 * The rollback of a migration: a file of its own, or the down section of the migration's file.
 *
 * @param sql its statements
 */
public record Rollback(SqlFile sql) {
    /** Returns whether it has not been filled in yet: it contains only comments. */
    public boolean isStub() {
        return sql.script().statements().isEmpty() && sql.script().errors().isEmpty();
    }
}
