package dev.pgmigrate.apply.history;

import dev.pgmigrate.server.ServerConnection;
import java.util.List;

/**
 * The ledger of files that run without a transaction: which of a file's statements are done, so that none runs twice.
 *
 * <p>A statement that can run in a transaction shares one with its line. One that cannot has its line before it runs,
 * finished at infinity until the server has answered.
 */
public final class StatementLedger {
    private final HistoryTable table;
    private final String lockHeld;

    /** Returns that of {@code table}, for a session where {@code lockHeld}, an SQL expression, tells about the lock. */
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

    /** Returns what writes that a statement is done; for the statement's own transaction. */
    public String done(String version, String checksum) {
        return insert(version, checksum, "clock_timestamp()");
    }

    /** Returns what writes that a statement is about to run which no transaction takes. */
    public String started(String version, String checksum) {
        return insert(version, checksum, "'infinity'");
    }

    /** Returns what writes that such a statement is done. */
    public String finished(String version) {
        return SqlLiteral.fill(
                "UPDATE " + table.statementsSql()
                        + " SET finished_at = clock_timestamp() WHERE version = ? AND finished_at = 'infinity'",
                version);
    }

    /** Returns what takes back that such a statement is about to run, because it did not or is to run again. */
    public String abandoned(String version) {
        return SqlLiteral.fill(
                "DELETE FROM " + table.statementsSql() + " WHERE version = ? AND finished_at = 'infinity'", version);
    }

    /** Returns what forgets a version's statements, since the version as a whole is recorded with it. */
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
