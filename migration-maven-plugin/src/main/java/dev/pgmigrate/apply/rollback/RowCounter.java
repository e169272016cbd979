package dev.pgmigrate.apply.rollback;

import dev.pgmigrate.apply.rollback.Loss.Rows;
import dev.pgmigrate.apply.rollback.Loss.Rows.Kind;
import dev.pgmigrate.apply.rollback.TakenObjects.Found;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts rows where that is quick, and falls back on the statistics where it would not be. */
final class RowCounter {
    private static final long SMALL_BYTES = 8L << 20;

    /** Row security would hide rows from a role that is not the owner, who sees an error instead (manual, 20.11). */
    private static final String SETTINGS =
            "SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = '2s'; SET LOCAL row_security = off";

    private final ServerConnection connection;

    RowCounter(ServerConnection connection) {
        this.connection = connection;
    }

    Rows rows(Found found) {
        if (found.tableBytes() <= SMALL_BYTES) {
            Optional<Long> counted = ask(found, "SELECT count(" + found.counted() + ") FROM " + sql(found));
            if (counted.isPresent()) {
                return new Rows(counted.get(), Kind.COUNTED);
            }
        }
        String condition = found.columnOrNull() == null ? "" : " WHERE " + found.counted() + " IS NOT NULL";
        Optional<Long> any =
                ask(found, "SELECT count(*) FROM (SELECT FROM " + sql(found) + condition + " LIMIT 1) AS first");
        if (any.isPresent() && any.get() == 0) {
            return new Rows(0, Kind.COUNTED);
        }
        return new Rows(found.estimate() == 0 ? -1 : found.estimate(), Kind.ESTIMATED);
    }

    /** Returns how many of the rows were added after {@code moment}; null if no column and no commit timestamp tells. */
    @Nullable
    Long newerThan(Instant moment, Found found) {
        return arrival(found)
                .flatMap(arrival -> ask(
                        found,
                        "SELECT count(" + found.counted() + ") FROM " + sql(found) + " WHERE " + arrival
                                + " > ?::timestamptz",
                        moment.toString()))
                .orElse(null);
    }

    /** Returns an expression for when a row was added: a column filled by the server, or else the commit timestamp. */
    private Optional<String> arrival(Found found) {
        Optional<String> column = connection
                .ours()
                .queryOne(
                        """
                        SELECT a.attname FROM pg_attribute a JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                        WHERE a.attrelid = ?::oid AND a.atttypid = 'timestamptz'::regtype
                          AND pg_get_expr(d.adbin, d.adrelid)
                              ~ '^(now|(transaction|statement|clock)_timestamp)\\(\\)$|^CURRENT_TIMESTAMP'
                        ORDER BY a.attnum LIMIT 1""",
                        row -> Identifier.quote(row.getString(1)),
                        connection.relation(found.table().quoted()));
        return column.or(() -> connection
                .ours()
                .queryOne("SELECT current_setting('track_commit_timestamp')::boolean", row -> row.getBoolean(1))
                .filter(tracked -> tracked)
                .map(tracked -> "pg_xact_commit_timestamp(xmin)"));
    }

    private static String sql(Found found) {
        return found.table().quoted();
    }

    /** Returns nothing if the role lacks the privilege or the query takes too long. */
    private Optional<Long> ask(Found found, String question, @Nullable Object... parameters) {
        List<Long> answers = new ArrayList<>(1);
        try {
            connection.ours().inTransaction(found.table().name(), () -> {
                connection.execute(SETTINGS);
                answers.addAll(connection.ours().query(question, row -> row.getLong(1), parameters));
            });
        } catch (ServerException e) {
            if (e.connectionLost()) {
                throw e;
            }
            return Optional.empty();
        }
        return answers.stream().findFirst();
    }
}
