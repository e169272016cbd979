package dev.pgmigrate.apply.foreign;

import dev.pgmigrate.apply.foreign.ForeignRow.Outcome;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table in which another tool records what it has applied; it is read in full and never written.
 *
 * <p>The columns show which tool it is: every such table has a version, and the rest go by a few usual names. Only known
 * columns are selected, since hosted platforms add their own.
 */
public final class ForeignTable {
    /** What the rows of a table mean. */
    private enum Layout {
        FLYWAY,
        SUPABASE,
        /** One row: the newest version, and whether it failed halfway. */
        GOLANG_MIGRATE,
        /** One row per step up or down; the last one of a version counts. */
        GOOSE,
        /** One row per version. */
        PLAIN
    }

    private static final List<String> VERSIONS =
            List.of("version", "version_id", "migration_name", "filename", "file_name", "script", "name", "id");
    private static final List<String> NAMES =
            List.of("name", "description", "filename", "file_name", "script", "migration_name", "title");
    private static final List<String> CHECKSUMS = List.of("checksum", "hash", "md5", "md5sum", "sha256");
    private static final List<String> TIMES = List.of(
            "applied_at",
            "installed_on",
            "executed_at",
            "run_on",
            "run_at",
            "tstamp",
            "migrated_at",
            "finished_at",
            "inserted_at",
            "created_at");
    private static final List<String> MILLIS =
            List.of("execution_time_ms", "duration_ms", "execution_ms", "execution_time_millis", "took_ms");
    private static final List<String> ROLES =
            List.of("applied_by", "installed_by", "executed_by", "run_by", "created_by");

    private final ServerConnection connection;
    private final QualifiedName name;
    private final Map<String, String> types;
    private final Layout layout;

    private ForeignTable(ServerConnection connection, QualifiedName name, Map<String, String> types) {
        this.connection = connection;
        this.name = name;
        this.types = types;
        this.layout = layout(types.keySet());
    }

    /**
     * Looks at a table.
     *
     * @throws Adoption.RefusedException if it does not exist, may not be read, or is not a history
     */
    public static ForeignTable at(ServerConnection connection, QualifiedName name) {
        return find(connection, name)
                .orElseThrow(() -> new Adoption.RefusedException(
                        "There is no table " + name.inSchema("public") + " in this database."));
    }

    /** Like {@link #at}; empty if there is no such table. */
    public static Optional<ForeignTable> find(ServerConnection connection, QualifiedName name) {
        QualifiedName full = name.inSchema("public");
        Map<String, String> types = new LinkedHashMap<>();
        connection
                .ours()
                .query(
                        """
                        SELECT a.attname, pg_catalog.format_type(a.atttypid, NULL),
                               pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT'),
                               current_user
                        FROM pg_catalog.pg_attribute a
                        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = ? AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum""",
                        row -> {
                            if (!row.getBoolean(3)) {
                                throw Adoption.RefusedException.notReadable(full, row.getString(4));
                            }
                            return types.put(row.getString(1), row.getString(2));
                        },
                        full.schema().orElseThrow(),
                        full.name());
        if (types.isEmpty()) {
            return Optional.empty();
        }
        if (VERSIONS.stream().noneMatch(types::containsKey)) {
            throw Adoption.RefusedException.unknown(full, String.join(", ", types.keySet()));
        }
        return Optional.of(new ForeignTable(connection, full, types));
    }

    private static Layout layout(Set<String> columns) {
        if (columns.containsAll(Set.of("version", "success", "type", "script"))) {
            return Layout.FLYWAY;
        }
        if (columns.containsAll(Set.of("version", "dirty"))) {
            return Layout.GOLANG_MIGRATE;
        }
        if (columns.containsAll(Set.of("version_id", "is_applied"))) {
            return Layout.GOOSE;
        }
        return columns.containsAll(Set.of("version", "statements")) ? Layout.SUPABASE : Layout.PLAIN;
    }

    public QualifiedName name() {
        return name;
    }

    /**
     * Returns the adoption of the table.
     *
     * @param chosen the name of the file that a person chose for a row's version, or {@code none}
     * @throws Adoption.RefusedException if the table says that a migration was left half done
     */
    public Adoption adoption(Migrations migrations, Map<String, String> chosen) {
        return ForeignMatches.of(this, rows(), migrations, chosen);
    }

    /** Returns the versions that the table has, as it writes them. */
    public Set<String> versions() {
        return rows().stream().map(ForeignRow::version).collect(Collectors.toSet());
    }

    /** Returns whether the versions in the table are those that the Supabase CLI reads from file names. */
    boolean isSupabase() {
        return layout == Layout.SUPABASE;
    }

    /**
     * Returns the rows that still hold, in the order of the table, without those that were undone and those that are
     * about no migration.
     *
     * @throws Adoption.RefusedException if the table says that a migration was left half done
     */
    private List<ForeignRow> rows() {
        Map<String, ForeignRow> rows = new LinkedHashMap<>();
        for (ForeignRow row : connection.ours().query(sql(), this::row)) {
            rows.remove(row.key());
            if (row.outcome() != Outcome.UNDONE) {
                rows.put(row.key(), row);
            }
        }
        return new ArrayList<>(rows.values());
    }

    private String sql() {
        String version = first(VERSIONS);
        List<String> columns = new ArrayList<>();
        columns.add("coalesce(" + quoted(version) + "::pg_catalog.text, '')");
        columns.add(layout == Layout.FLYWAY ? quoted("script") : text(NAMES, version));
        columns.add(text(CHECKSUMS, version));
        columns.add(types.containsKey("statements") ? "pg_catalog.array_remove(statements, NULL)" : "NULL::text[]");
        columns.add(time());
        columns.add(millis());
        columns.add(text(ROLES, version));
        columns.add(outcome());
        return "SELECT " + String.join(", ", columns) + " FROM "
                + HistoryTable.quoted(name.schema().orElseThrow()) + "." + HistoryTable.quoted(name.name()) + filter()
                + " ORDER BY " + order(version);
    }

    private String order(String version) {
        return switch (layout) {
            case FLYWAY -> "installed_rank";
            case GOOSE -> "id";
            case SUPABASE, GOLANG_MIGRATE, PLAIN -> quoted(version);
        };
    }

    private String filter() {
        return switch (layout) {
            // Flyway's note that it made the schema itself, and an undo that changed nothing.
            case FLYWAY -> " WHERE type <> 'SCHEMA' AND NOT (type LIKE 'UNDO%' AND NOT success)";
            case GOOSE -> " WHERE version_id <> 0"; // goose's note that it made the table.
            case SUPABASE, GOLANG_MIGRATE, PLAIN -> "";
        };
    }

    /** The words are {@link Outcome}'s. */
    private String outcome() {
        return switch (layout) {
            case FLYWAY ->
                "CASE WHEN NOT success THEN 'FAILED' WHEN type LIKE 'UNDO%' OR type = 'DELETE' THEN 'UNDONE'"
                        + " WHEN type LIKE '%BASELINE' THEN 'UP_TO' ELSE 'APPLIED' END";
            case GOLANG_MIGRATE -> "CASE WHEN dirty THEN 'FAILED' ELSE 'UP_TO' END";
            case GOOSE -> "CASE WHEN is_applied THEN 'APPLIED' ELSE 'UNDONE' END";
            case SUPABASE, PLAIN -> "'APPLIED'";
        };
    }

    /** A time without a zone is one of the session, as tools write it with {@code now()}. */
    private String time() {
        return TIMES.stream()
                .filter(column -> types.getOrDefault(column, "").startsWith("timestamp"))
                .findFirst()
                .map(column -> quoted(column) + "::pg_catalog.timestamptz")
                .orElse("NULL::pg_catalog.timestamptz");
    }

    private String millis() {
        if (layout == Layout.FLYWAY && types.containsKey("execution_time")) {
            return "execution_time::pg_catalog.int8";
        }
        return MILLIS.stream()
                .filter(column -> Set.of("integer", "bigint", "smallint").contains(types.getOrDefault(column, "")))
                .findFirst()
                .map(column -> quoted(column) + "::pg_catalog.int8")
                .orElse("NULL::pg_catalog.int8");
    }

    private String text(List<String> names, String version) {
        return names.stream()
                .filter(column -> types.containsKey(column) && !column.equals(version))
                .findFirst()
                .map(column -> quoted(column) + "::pg_catalog.text")
                .orElse("NULL::pg_catalog.text");
    }

    private String first(List<String> names) {
        return names.stream().filter(types::containsKey).findFirst().orElseThrow();
    }

    private static String quoted(String column) {
        return HistoryTable.quoted(column);
    }

    private ForeignRow row(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp(5);
        long millis = row.getLong(6);
        boolean timed = !row.wasNull();
        ForeignRow read = new ForeignRow(
                row.getString(1),
                row.getString(2),
                Outcome.valueOf(row.getString(8)),
                row.getString(3),
                texts(row.getArray(4)),
                at == null ? null : at.toInstant(),
                timed ? millis : null,
                row.getString(7));
        if (layout == Layout.GOLANG_MIGRATE && read.outcome() == Outcome.FAILED) {
            throw new Adoption.RefusedException("The table " + name + " says that version " + read.version()
                    + " failed halfway (dirty). Repair it with the tool that wrote it first.");
        }
        return read;
    }

    /** If a version was only marked as applied, no SQL is recorded. */
    private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
