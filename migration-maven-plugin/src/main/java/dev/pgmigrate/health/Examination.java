package dev.pgmigrate.health;

import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs the checks on the part of a database that migrations manage. Changes nothing. */
public final class Examination {
    private static final int LARGEST = 5;
    private static final int REMAINING_PERCENT = 10;
    private static final int BLOAT_PERCENT = 30;
    private static final Pattern SIZE = Pattern.compile(", size=\\d+");
    private static final Pattern INDEX = Pattern.compile("\\bidx=");

    private final ServerConnection connection;
    private final Map<String, Set<String>> managed;
    private final LintSettings settings;
    private final List<HealthFinding> findings = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final Set<Set<String>> duplicates = new HashSet<>();

    /** @param managed the names of tables and sequences by schema, as {@code regclass} writes them */
    public Examination(ServerConnection connection, Map<String, Set<String>> managed, LintSettings settings) {
        this.connection = connection;
        this.managed = managed;
        this.settings = settings;
    }

    /**
     * Runs the checks that are not off.
     *
     * @param live whether the database has rows and is used
     * @param library the jar of pg-index-health's queries
     */
    public List<HealthFinding> findings(boolean live, Path library) {
        try (HealthQueries queries = new HealthQueries(library)) {
            for (HealthCheck check : HealthCheck.values()) {
                if ((live || !check.isLive()) && check.severity(settings) != Severity.OFF) {
                    check.queries().forEach(name -> run(check, queries.of(name)));
                }
            }
        }
        return List.copyOf(findings);
    }

    /** Returns what the privileges of the session did not permit to look at. */
    public List<String> unread() {
        return List.copyOf(unread);
    }

    /** Returns the largest tables with their sizes, {@code public.users 12 MB (3 MB of it indexes)}. */
    public List<String> largestTables() {
        return HealthQueries.own("table_sizes").rows(connection, Map.of()).stream()
                .filter(this::isManaged)
                .limit(LARGEST)
                .map(row -> "%s %s (%s of it indexes)"
                        .formatted(row.get("table_name"), row.get("size"), row.get("indexes")))
                .toList();
    }

    private void run(HealthCheck check, HealthQuery query) {
        managed.keySet().forEach(schema -> run(check, query, schema));
    }

    private void run(HealthCheck check, HealthQuery query, String schema) {
        Map<String, Object> values = Map.of(
                "schema_name_param", schema,
                "remaining_percentage_threshold", REMAINING_PERCENT,
                "bloat_percentage_threshold", BLOAT_PERCENT);
        List<Map<String, String>> rows;
        try {
            rows = query.rows(connection, values);
        } catch (ServerException e) {
            if (!e.is(SqlState.INSUFFICIENT_PRIVILEGE)) {
                throw e;
            }
            unread.add(check.id() + " in " + schema + ": " + e.error().message());
            return;
        }
        for (Map<String, String> row : rows) {
            row.computeIfPresent("duplicated_indexes", (name, indexes) -> names(indexes));
            row.computeIfPresent("intersected_indexes", (name, indexes) -> names(indexes));
            if (isManaged(row) && !isDuplicate(row)) {
                findings.add(new HealthFinding(check, check.severity(settings), check.message(row)));
            }
        }
    }

    private boolean isManaged(Map<String, String> row) {
        String name = row.getOrDefault("table_name", row.getOrDefault("sequence_name", ""));
        return managed.values().stream().anyMatch(names -> names.contains(name));
    }

    /** Indexes that are the same overlap as well. */
    private boolean isDuplicate(Map<String, String> row) {
        String same = row.get("duplicated_indexes");
        if (same != null) {
            duplicates.add(Set.of(same.split(", ")));
            return false;
        }
        String overlapping = row.get("intersected_indexes");
        return overlapping != null
                && duplicates.stream().anyMatch(names -> names.containsAll(Set.of(overlapping.split(", "))));
    }

    /** The library writes {@code idx=a, size=8192; idx=b, size=8192}. */
    private static String names(String indexes) {
        return new TreeSet<>(List.of(INDEX.matcher(SIZE.matcher(indexes).replaceAll(""))
                        .replaceAll("")
                        .split("; ")))
                .stream().collect(Collectors.joining(", "));
    }
}
