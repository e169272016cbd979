package dev.pgmigrate.apply.history;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The histories of this tool in a database under other names: those of other services, or this one's before a typo. */
public final class OwnHistories {
    /** Holds for a relation {@code c} with the columns of a history. */
    public static final String IS_HISTORY = """
        (SELECT pg_catalog.count(*) FROM pg_catalog.pg_attribute h
         WHERE h.attrelid = c.oid AND NOT h.attisdropped
           AND h.attname IN ('version', 'name', 'checksum', 'applied_rank', 'applied_at', 'execution_time_ms',
                             'applied_by', 'state', 'tool_version')) = 9
        """;

    private OwnHistories() {}

    /** A history, and whether the role may read it. */
    public record Other(HistoryTable table, boolean readable, ServerConnection connection) {
        /** Returns the checksums of its applied files. */
        private Set<String> checksums() {
            return !readable
                    ? Set.of()
                    : Set.copyOf(connection
                            .ours()
                            .query(
                                    "SELECT checksum FROM " + table.sql()
                                            + " WHERE checksum IS NOT NULL AND state <> 'failed'",
                                    row -> row.getString(1)));
        }
    }

    /** Returns the histories other than {@code own}. */
    public static List<Other> besides(ServerConnection connection, HistoryTable own) {
        return connection
                .ours()
                .query(
                        """
                        SELECT n.nspname, c.relname,
                               pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
                        FROM pg_catalog.pg_attribute a
                        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                        WHERE a.attname = 'applied_rank' AND c.relkind = 'r' AND (n.nspname, c.relname) <> (?, ?) AND %s
                        ORDER BY n.nspname, c.relname
                        """.formatted(IS_HISTORY),
                        row -> new Other(
                                new HistoryTable(row.getString(1), row.getString(2)), row.getBoolean(3), connection),
                        own.schema(),
                        own.name());
    }

    /**
     * Refuses to start a history if another one already contains these files: the name was mistyped or changed, and
     * everything would run again.
     *
     * @throws HistoryException if so, unless {@code own} is meant to exist beside it
     */
    public static void refuseTwin(List<Other> others, HistoryTable own, Migrations migrations) {
        if (own.oneOfMany()) {
            return;
        }
        for (Other other : others) {
            Set<String> known = other.checksums();
            List<String> same = migrations.all().stream()
                    .filter(file -> known.contains(file.checksum().hex()))
                    .map(Migration::path)
                    .collect(Collectors.toList());
            if (!same.isEmpty()) {
                throw HistoryException.twin(own, other.table(), same);
            }
        }
    }
}
