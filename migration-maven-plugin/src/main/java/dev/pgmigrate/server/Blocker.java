package dev.pgmigrate.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session that holds what another waits for, as far as the role may see it.
 *
 * @param pid its process
 * @param user its role
 * @param application what it calls itself; may be empty
 * @param state {@code active}, {@code idle in transaction} …; empty where it is hidden
 * @param seconds how long its transaction has been open
 * @param queryOrNull its last statement, or null where it is hidden
 */
public record Blocker(
        int pid,
        String user,
        String application,
        String state,
        long seconds,
        @Nullable String queryOrNull) {
    /** Returns the sessions whose processes {@code pids} yields, an expression or query for a {@code FROM}. */
    public static List<Blocker> query(ServerConnection connection, String pids, @Nullable Object... parameters) {
        return connection.ours().query(of(pids), Blocker::read, parameters);
    }

    /** Returns the query for {@link #read}. */
    static String of(String pids) {
        return """
            SELECT b.pid, coalesce(a.usename, '?'), coalesce(a.application_name, ''), coalesce(a.state, ''),
                   coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0)::bigint, left(a.query, 200)
            FROM %s AS b (pid) LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
            """.formatted(pids);
    }

    static Blocker read(ResultSet row) throws SQLException {
        return new Blocker(
                row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5), row.getString(6));
    }

    @Override
    public String toString() {
        String query = queryOrNull;
        return "process " + pid + " (" + user + (application.isEmpty() ? "" : ", " + application) + ")"
                + (state.isEmpty() ? "" : ", " + state) + ", transaction open for " + seconds + " s"
                + (query == null ? "" : ": " + query);
    }
}
