package dev.pgmigrate.apply.plan;

import dev.pgmigrate.apply.foreign.AdoptedHistory;
import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.foreign.Adoption.Adopted;
import dev.pgmigrate.apply.foreign.ForeignTable;
import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The histories of other tools that were adopted, or that are kept in step with ours: what those tools have applied since
 * is applied, whatever our own history says.
 */
public final class OtherHistories {
    private final ServerConnection connection;

    /** The versions that a person has confirmed to have no file, by table. */
    private final Map<QualifiedName, Set<String>> withoutFile;

    private OtherHistories(ServerConnection connection, Map<QualifiedName, Set<String>> withoutFile) {
        this.connection = connection;
        this.withoutFile = withoutFile;
    }

    public static OtherHistories of(ServerConnection connection, SchemaHistory history) {
        Map<QualifiedName, Set<String>> tables = AdoptedHistory.tables(connection, history.table());
        if (SupabaseMirror.find(connection).isPresent()) {
            tables.putIfAbsent(SupabaseMirror.NAME, Set.of());
        }
        return new OtherHistories(connection, tables);
    }

    public boolean knows(QualifiedName table) {
        return withoutFile.containsKey(table);
    }

    /** Returns {@code plan} with what other tools have done since; a table that no longer exists adds nothing. */
    Plan compare(Plan plan, Migrations migrations, List<HistoryRow> rows) {
        List<Adoption> news = new ArrayList<>();
        List<Migration> lost = List.of();
        for (QualifiedName name : withoutFile.keySet()) {
            Optional<ForeignTable> table = ForeignTable.find(connection, name);
            if (table.isPresent()) {
                news.add(news(table.get(), migrations, rows, Map.of()));
                if (name.equals(SupabaseMirror.NAME)) {
                    lost = unknown(table.get().versions(), migrations, rows);
                }
            }
        }
        return plan.with(news, lost);
    }

    /** Returns what is applied according to {@code table} but not according to our own history. */
    public Adoption news(ForeignTable table, Migrations migrations, List<HistoryRow> rows, Map<String, String> chosen) {
        Set<Object> known = versions(rows);
        Set<String> signedOff = withoutFile.getOrDefault(table.name(), Set.of());
        Adoption all = table.adoption(migrations, chosen);
        return new Adoption(
                all.source(),
                all.adopted().stream()
                        .filter(adopted -> isNews(adopted, known, rows))
                        .toList(),
                all.unmatched().stream()
                        .filter(row -> !signedOff.contains(row.version()) && !known.contains(Plan.key(row.version())))
                        .toList(),
                all.unclear().stream()
                        .filter(row -> !known.contains(Plan.key(row.version())))
                        .toList());
    }

    /** A table that only has the newest version says nothing about a file that was inserted later. */
    private static boolean isNews(Adopted adopted, Set<Object> known, List<HistoryRow> rows) {
        Migration file = adopted.file();
        if (known.contains(file.version())) {
            return false;
        }
        return !adopted.upTo()
                || rows.stream()
                        .filter(row -> MigrationVersion.isVersion(row.version()))
                        .map(row -> MigrationVersion.of(row.version()))
                        .max(Comparator.naturalOrder())
                        .map(newest -> file.version().compareTo(newest) > 0)
                        .orElse(true);
    }

    /** Returns the files that are applied according to our history but not to the Supabase CLI's. */
    private static List<Migration> unknown(Set<String> there, Migrations migrations, List<HistoryRow> rows) {
        Set<Object> applied = versions(rows);
        return migrations.all().stream()
                .filter(file -> applied.contains(file.version()) && !there.contains(SupabaseMirror.version(file)))
                .toList();
    }

    /** Returns the versions that count as applied. */
    public static Set<Object> versions(List<HistoryRow> rows) {
        Set<Object> versions = new HashSet<>();
        rows.stream().filter(HistoryRow::isApplied).forEach(row -> versions.add(Plan.key(row.version())));
        return versions;
    }
}
