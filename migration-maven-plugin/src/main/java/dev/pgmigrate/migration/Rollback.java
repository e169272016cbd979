package dev.pgmigrate.migration;

/**
 * What undoes a migration: a file of its own, or the down section of the migration's file.
 *
 * @param sql its statements
 */
public record Rollback(SqlFile sql) {
    /** Tells whether nobody has filled it in yet: there is nothing in it but comments. */
    public boolean isStub() {
        return sql.script().statements().isEmpty() && sql.script().errors().isEmpty();
    }
}
