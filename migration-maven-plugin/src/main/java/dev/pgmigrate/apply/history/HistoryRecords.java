package dev.pgmigrate.apply.history;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that writes to a history, as text, so that a dry run shows exactly what a server would be sent.
 *
 * <p>A row is written only while the lock is held, and never over one that says that its migration is applied; it is
 * deleted only where it says so.
 */
public final class HistoryRecords {
    /**
     * Switches the rest of a transaction to our own role and settings: a file may have assumed a role that may not write
     * here, or set a {@code search_path}. Both are restored after the commit. Deferred constraints of the file are
     * checked first, as the file's role (manual, SET CONSTRAINTS). The default of the role is what {@code ALTER ROLE …
     * SET role} says, and not always the login role (manual, SET ROLE). Who keeps the history locked is not waited for
     * with the file's own patience, which may be endless, while the locks of the file's work are held.
     */
    public static final List<String> AS_OURSELVES = List.of(
            "SET CONSTRAINTS ALL IMMEDIATE",
            "SET LOCAL SESSION AUTHORIZATION DEFAULT",
            "SET LOCAL \"role\" TO DEFAULT",
            "SET LOCAL search_path = pg_catalog, pg_temp",
            "SET LOCAL lock_timeout = 2000");

    private static final String EVENT_COLUMNS = " (version, kind, outcome, source_commit, detail, tool_version)";

    private final HistoryTable table;
    private final String lockHeld;

    /** Creates those of {@code table}; {@code lockHeld} is an SQL expression for whether the lock is held. */
    public HistoryRecords(HistoryTable table, String lockHeld) {
        this.table = table;
        this.lockHeld = lockHeld;
    }

    /** Returns the end of a file's transaction: {@code record}, written as ourselves, and the commit. */
    public static String commitWith(List<String> record) {
        return String.join("; ", AS_OURSELVES) + ";\n" + String.join(";\n", record) + ";\nCOMMIT";
    }

    public static String commitWith(String record) {
        return commitWith(List.of(record));
    }

    /** Returns SQL that writes {@code record} between two statements of a file, in a transaction of its own. */
    public static String transactionOf(String record) {
        return "BEGIN; " + commitWith(record);
    }

    /**
     * Sends SQL that was assembled from these texts.
     *
     * @throws LockLostException if the lock is lost
     * @throws ChangedMeanwhileException if another session has changed the row
     */
    public static void send(ServerConnection connection, String sql, String version) {
        try {
            connection.execute(sql);
        } catch (ServerException e) {
            throw meaning(e, version);
        }
    }

    /** Returns what an error of such SQL about {@code version} means; the error itself where it is another. */
    public static RuntimeException meaning(ServerException e, String version) {
        return GuardedChange.meaning(e, version);
    }

    /**
     * Sends {@code record} in a transaction of its own, again where somebody has locked the history.
     *
     * @throws LockLostException if the lock is lost
     * @throws ChangedMeanwhileException if another session has changed the row
     */
    public static void sendAlone(ServerConnection connection, List<String> record, String version) {
        try {
            connection.ours().execute("BEGIN; " + commitWith(record));
        } catch (ServerException e) {
            throw meaning(e, version);
        }
    }

    /** Returns SQL for how long the transaction that it is part of has taken, and {@code before} it began, in milliseconds. */
    public static String millisWith(long before) {
        return "(" + before
                + " + EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() - pg_catalog.transaction_timestamp()) * 1000)";
    }

    /** Returns SQL that records a success; {@code millis} is SQL for how long it took, in milliseconds. */
    public List<String> applied(HistoryEntry entry, String millis) {
        return insert(entry, HistoryRow.State.APPLIED, millis, "apply", "succeeded", null);
    }

    /** Returns SQL that records a failure, for a transaction of its own, since the migration's is gone. */
    public List<String> failed(HistoryEntry entry, long millis, String detail) {
        return insert(entry, HistoryRow.State.FAILED, Long.toString(millis), "apply", "failed", detail);
    }

    /** Returns what writes that a migration was rolled back: its row goes, and the event says what undid it. */
    public List<String> reverted(HistoryEntry entry, String detail) {
        String row = SqlLiteral.fill(
                "DELETE FROM " + table.sql() + " WHERE version OPERATOR(pg_catalog.=) ? AND state"
                        + " OPERATOR(pg_catalog.=) 'applied' AND (SELECT held FROM ours) RETURNING version",
                entry.version());
        String event = ",\nevent AS (INSERT INTO " + table.eventsSql() + EVENT_COLUMNS
                + SqlLiteral.fill(
                        " SELECT version, 'revert', 'succeeded', ?, ?, ? FROM row)",
                        entry.commitOrNull(),
                        detail,
                        entry.toolVersion());
        return List.of(GuardedChange.sql(lockHeld, row, event));
    }

    /** Returns what writes that a rollback failed; the row stays, since its migration is still applied. */
    public List<String> revertFailed(HistoryEntry entry, String detail) {
        String event = "INSERT INTO " + table.eventsSql() + EVENT_COLUMNS
                + SqlLiteral.fill(
                        " SELECT ?, 'revert', 'failed', ?, ?, ? WHERE (SELECT held FROM ours) RETURNING version",
                        entry.version(),
                        entry.commitOrNull(),
                        detail,
                        entry.toolVersion());
        return List.of(GuardedChange.sql(lockHeld, event, ""));
    }

    /** As plain statements, which take the server a tenth of the time that one statement with all of it takes. */
    private List<String> insert(
            HistoryEntry entry,
            HistoryRow.State state,
            String millis,
            String kind,
            String outcome,
            @Nullable String detail) {
        String row = SqlLiteral.fill(
                """
                INSERT INTO %1$s AS h (version, name, checksum, applied_rank, execution_time_ms, state, tool_version)
                    VALUES (?, ?, ?, (SELECT coalesce(max(applied_rank), 0) + 1 FROM %1$s), %2$s::bigint, ?, ?)
                    ON CONFLICT (version) DO UPDATE SET name = excluded.name, checksum = excluded.checksum,
                        applied_rank = excluded.applied_rank, applied_at = clock_timestamp(),
                        execution_time_ms = excluded.execution_time_ms, applied_by = current_user,
                        state = CASE WHEN h.state IN ('failed', 'reverted') THEN excluded.state ELSE %3$s::text END,
                        tool_version = excluded.tool_version""".formatted(table.sql(), millis, GuardedChange.rowChanged("h.state")),
                entry.version(),
                entry.name(),
                entry.checksum(),
                state.sql(),
                entry.toolVersion());
        String event = SqlLiteral.fill(
                "INSERT INTO " + table.eventsSql() + EVENT_COLUMNS + " VALUES (?, ?, ?, ?, ?, ?)",
                entry.version(),
                kind,
                outcome,
                entry.commitOrNull(),
                detail,
                entry.toolVersion());
        return List.of(GuardedChange.require(lockHeld), row, event);
    }
}
