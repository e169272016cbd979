package dev.pgmigrate.apply.history;

import dev.pgmigrate.server.ServerConnection;
import java.util.List;

/**
 * The ledger of files that run without a transaction: it records which of their statements are done, so that none runs
 * twice.
 *
 * <p>A statement that can run in a transaction shares it with its line. For one that cannot, the line is written before
 * it runs, finished at infinity until the server has answered.
 */
public final class StatementLedger {
    private final HistoryTable table;
    private final String lockHeld;

    /** Creates that of {@code table}; {@code lockHeld} is an SQL expression for whether the lock is held. */
    public StatementLedger(HistoryTable table, String lockHeld) {
        this.table = table;
        this.lockHeld = lockHeld;
    }

    /** One statement, known by its checksum, and whether the server has answered that it is done. */
    public record Line(String checksum, boolean finished) {}

    /** Returns the lines of {@code version} in the order of running. */
    public List<Line> lines(ServerConnection connection, String version) {
        return connection
                .ours()
                .query(
                        "SELECT checksum, finished_at < 'infinity' FROM " + table.statementsSql()
                                + " WHERE version = ? ORDER BY statement",
                        row -> new Line(row.getString(1), row.getBoolean(2)),
                        version);
    }

    /** Returns SQL that records that a statement is done, for the statement's own transaction. */
    public String done(String version, String checksum) {
        return insert(version, checksum, "clock_timestamp()");
    }

    /** Returns SQL that records that a statement that cannot run in a transaction is about to run. */
    public String started(String version, String checksum) {
        return insert(version, checksum, "'infinity'");
    }

    /** Returns SQL that records that such a statement is done. */
    public String finished(String version) {
        return SqlLiteral.fill(
                "UPDATE " + table.statementsSql()
                        + " SET finished_at = clock_timestamp() WHERE version = ? AND finished_at = 'infinity'",
                version);
    }

    /**
     * Returns SQL that withdraws the record that such a statement is about to run, because it did not run or is to run
     * again.
     */
    public String abandoned(String version) {
        return SqlLiteral.fill(
                "DELETE FROM " + table.statementsSql() + " WHERE version = ? AND finished_at = 'infinity'", version);
    }

    /**
     * Returns SQL that deletes the lines of a version, to be sent together with the record of the version as a whole.
     */
    public String forgotten(String version) {
        return SqlLiteral.fill(
                "DELETE FROM " + table.statementsSql() + " WHERE version OPERATOR(pg_catalog.=) ?", version);
    }

    /** Returns the line of a statement that was started and never answered, for a {@code FROM}; its alias is {@code l}. */
    public String startedLine(String version) {
        return SqlLiteral.fill(
                "(SELECT xmin FROM " + table.statementsSql() + " WHERE version = ? AND finished_at = 'infinity') AS l",
                version);
    }

    private String insert(String version, String checksum, String finishedAt) {
        String row = SqlLiteral.fill("""
            INSERT INTO %1$s (version, statement, checksum, finished_at)
                SELECT ?, coalesce(max(statement), -1) + 1, ?, %2$s FROM %1$s WHERE version = ?
                HAVING (SELECT held FROM ours) RETURNING statement
            """.formatted(table.statementsSql(), finishedAt), version, checksum, version);
        return GuardedChange.sql(lockHeld, row, "");
    }
}
