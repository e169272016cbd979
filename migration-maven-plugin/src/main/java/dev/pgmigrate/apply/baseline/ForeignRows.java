package dev.pgmigrate.apply.baseline;

import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads what another tool's history says is applied, and finds the files to it. It only ever reads, and only the columns
 * that it needs: hosted platforms add some of their own.
 */
final class ForeignRows {
    private final ServerConnection connection;
    private final QualifiedName table;
    private final String sql;

    ForeignRows(ServerConnection connection, QualifiedName table) {
        this.connection = connection;
        this.table = table;
        this.sql = HistoryTable.quoted(table.schema().orElse("public")) + "." + HistoryTable.quoted(table.name());
    }

    Adoption match(Migrations migrations) {
        Set<String> columns = columns();
        if (columns.containsAll(Set.of("version", "success", "type", "script"))) {
            return flyway(migrations);
        }
        if (columns.containsAll(Set.of("version", "dirty"))) {
            return golangMigrate(migrations);
        }
        if (columns.contains("version")) {
            return columns.contains("statements") ? supabase(migrations) : plain(migrations);
        }
        throw Adoption.RefusedException.unknown(table, columns.isEmpty() ? "none" : String.join(", ", columns));
    }

    private Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(
                connection.query("""
                    SELECT a.attname FROM pg_attribute a
                    JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = ? AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum\
                    """, row -> row.getString(1), table.schema().orElse("public"), table.name()));
        if (columns.isEmpty()) {
            throw new Adoption.RefusedException("There is no table " + table + " in this database.");
        }
        return columns;
    }

    private record Row(String version, @Nullable List<String> statements) {}

    private Adoption supabase(Migrations migrations) {
        List<Row> rows = connection.query(
                "SELECT version::text, array_remove(statements, NULL) FROM " + sql + " ORDER BY version",
                row -> new Row(row.getString(1), texts(row.getArray(2))));
        return matched(
                rows,
                migrations,
                (file, version) -> SupabaseMirror.version(file).equals(version));
    }

    /** Where a version was only marked as applied, nothing is recorded. */
    private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private Adoption plain(Migrations migrations) {
        List<Row> rows = connection.query(
                "SELECT version::text FROM " + sql + " ORDER BY version", row -> new Row(row.getString(1), null));
        return matched(rows, migrations, ForeignRows::isVersionOf);
    }

    private Adoption matched(List<Row> rows, Migrations migrations, BiPredicate<Migration, String> isVersionOf) {
        List<Migration> adopted = new ArrayList<>();
        List<String> unmatched = new ArrayList<>();
        List<Adoption.Changed> changed = new ArrayList<>();
        for (Row row : rows) {
            List<Migration> files = migrations.all().stream()
                    .filter(file -> isVersionOf.test(file, row.version()))
                    .toList();
            adopted.addAll(files);
            List<String> recorded = row.statements();
            if (files.isEmpty()) {
                unmatched.add(row.version());
            } else if (recorded != null) {
                Migration file = files.get(0);
                RecordedSql.difference(file, recorded).ifPresent(at -> changed.add(new Adoption.Changed(file, at)));
            }
        }
        return result(adopted, unmatched, changed);
    }

    /** Some runners keep {@code 003}, others the name of the file with or without its ending. */
    private static boolean isVersionOf(Migration file, String written) {
        String fileName = String.valueOf(file.file().getFileName());
        return MigrationVersion.isVersion(written)
                ? file.version().equals(MigrationVersion.of(written))
                : fileName.equals(written) || fileName.equals(written + ".sql");
    }

    private record FlywayRow(String version, String type, String script, boolean success) {}

    private Adoption flyway(Migrations migrations) {
        List<FlywayRow> rows = connection.query(
                "SELECT coalesce(version, ''), type, script, success FROM " + sql + " ORDER BY installed_rank",
                row -> new FlywayRow(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
        Set<Migration> adopted = new LinkedHashSet<>();
        List<String> unmatched = new ArrayList<>();
        for (FlywayRow row : rows) {
            boolean baseline = row.type().equals("BASELINE");
            if (row.type().equals("SCHEMA")) {
                continue; // Flyway's note that it made the schema itself.
            }
            List<Migration> files = migrations.all().stream()
                    .filter(file -> MigrationVersion.isVersion(row.version())
                            && (baseline
                                    ? file.version().compareTo(MigrationVersion.of(row.version())) <= 0
                                    : file.version().equals(MigrationVersion.of(row.version()))))
                    .toList();
            if (!row.success()) {
                unmatched.add(row.script() + " (failed)");
            } else if (row.type().startsWith("UNDO") || row.type().equals("DELETE")) {
                files.forEach(adopted::remove);
            } else {
                adopted.addAll(files);
                if (files.isEmpty() && !baseline) {
                    unmatched.add(row.script());
                }
            }
        }
        return result(new ArrayList<>(adopted), unmatched, List.of());
    }

    private record Current(String version, boolean dirty) {}

    /** One row: the newest version, and whether it failed halfway. */
    private Adoption golangMigrate(Migrations migrations) {
        List<Current> rows = connection.query(
                "SELECT version::text, dirty FROM " + sql, row -> new Current(row.getString(1), row.getBoolean(2)));
        if (rows.stream().anyMatch(Current::dirty)) {
            throw new Adoption.RefusedException("The table " + table + " says that version "
                    + rows.get(0).version() + " failed halfway (dirty). Repair it with the tool that wrote it first.");
        }
        List<Migration> adopted = new ArrayList<>();
        List<String> unmatched = new ArrayList<>();
        for (Current row : rows) {
            MigrationVersion newest = MigrationVersion.of(row.version());
            migrations.all().stream()
                    .filter(file -> file.version().compareTo(newest) <= 0)
                    .forEach(adopted::add);
            if (migrations.all().stream().noneMatch(file -> file.version().equals(newest))) {
                unmatched.add(row.version());
            }
        }
        return result(adopted, unmatched, List.of());
    }

    private Adoption result(List<Migration> adopted, List<String> unmatched, List<Adoption.Changed> changed) {
        adopted.sort(Comparator.comparing(Migration::version));
        return new Adoption(table.toString(), adopted, unmatched, changed);
    }
}
