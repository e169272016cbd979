package dev.pgmigrate.proof.observe;

import dev.pgmigrate.server.ServerConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the sequences of a database stand. A transaction that is rolled back leaves them where it moved them (manual,
 * "Sequence Manipulation Functions"), and the next migration would number its rows differently than in production.
 */
public final class SequencePositions {
    private static final int WITH_DATA = 18;

    private static final String NAMES = """
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'S' AND c.relpersistence <> 't'""";

    /** How many are read at once where each has to be named in the query. */
    private static final int TOGETHER = 500;

    private final Map<Long, Position> positions;

    private SequencePositions(Map<Long, Position> positions) {
        this.positions = positions;
    }

    private record Position(String sequence, long last, boolean called) {}

    /** Reads where all sequences stand. */
    public static SequencePositions read(ServerConnection connection) {
        return new SequencePositions(positions(connection));
    }

    /** Moves those of {@code relations} that are sequences back to where they stood. */
    public void restore(ServerConnection connection, Collection<Long> relations) {
        if (relations.stream().anyMatch(positions::containsKey)) {
            restore(connection);
        }
    }

    /** Moves all back to where they stood. */
    public void restore(ServerConnection connection) {
        if (positions.isEmpty()) {
            return;
        }
        positions(connection).forEach((oid, now) -> {
            Position before = positions.get(oid);
            if (before != null && !before.equals(now)) {
                connection
                        .ours()
                        .query(
                                "SELECT pg_catalog.setval(?::pg_catalog.regclass, ?, ?)",
                                row -> row.getLong(1),
                                before.sequence(),
                                before.last(),
                                before.called());
            }
        });
    }

    private static Map<Long, Position> positions(ServerConnection connection) {
        Map<Long, Position> positions = new HashMap<>();
        if (connection.version().isAtLeast(WITH_DATA)) {
            read(
                    connection,
                    "SELECT c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname), d.last_value, d.is_called "
                            + NAMES.replace(
                                    "WHERE", "CROSS JOIN LATERAL pg_catalog.pg_get_sequence_data(c.oid) d WHERE"),
                    positions);
            return positions;
        }
        List<String> queries = connection
                .ours()
                .query(
                        "SELECT pg_catalog.format('SELECT %s::bigint, %L, last_value, is_called FROM %I.%I', c.oid,"
                                + " pg_catalog.format('%I.%I', n.nspname, c.relname), n.nspname, c.relname) " + NAMES,
                        row -> row.getString(1));
        for (int i = 0; i < queries.size(); i += TOGETHER) {
            List<String> some = queries.subList(i, Math.min(queries.size(), i + TOGETHER));
            read(connection, String.join(" UNION ALL ", some), positions);
        }
        return positions;
    }

    private static void read(ServerConnection connection, String sql, Map<Long, Position> positions) {
        connection
                .ours()
                .query(
                        sql,
                        row -> positions.put(
                                row.getLong(1), new Position(row.getString(2), row.getLong(3), row.getBoolean(4))));
    }
}
