package dev.pgmigrate.apply.plan;

import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files compared with the history: what is applied, what is pending, and what does not match.
 *
 * @param all every version, oldest first
 * @param unknownToSupabase the applied files that the Supabase CLI's own history lacks, so that it would run them again
 */
public record Plan(List<PlannedMigration> all, List<Migration> unknownToSupabase) {
    public Plan {
        all = List.copyOf(all);
        unknownToSupabase = List.copyOf(unknownToSupabase);
    }

    /**
     * Compares.
     *
     * @param rows the history
     * @param reverted the versions that were rolled back since
     */
    public static Plan of(Migrations migrations, List<HistoryRow> rows, Set<String> reverted) {
        Map<Object, HistoryRow> byVersion = new HashMap<>();
        rows.forEach(row -> byVersion.put(key(row.version()), row));
        Map<Object, Boolean> gone = new HashMap<>();
        reverted.forEach(version -> gone.put(key(version), true));

        MigrationVersion newestRow = newest(rows);
        List<PlannedMigration> all = new ArrayList<>();
        Map<Migration, HistoryRow> owners = owners(migrations, byVersion);
        for (Migration migration : migrations.all()) {
            HistoryRow row = owners.get(migration);
            boolean wasReverted = gone.containsKey(migration.version());
            all.add(new PlannedMigration(
                    migration.version().toString(),
                    migration.name(),
                    state(migration, row, newestRow, wasReverted),
                    migration,
                    row));
        }
        Optional<MigrationVersion> newestFile =
                migrations.all().stream().map(Migration::version).max(Comparator.naturalOrder());
        for (HistoryRow row : rows) {
            if (byVersion.containsKey(key(row.version()))) {
                all.add(new PlannedMigration(row.version(), row.name(), withoutFile(row, newestFile), null, row));
            }
        }
        all.sort(Comparator.comparing(PlannedMigration::version, Plan::compareVersions));
        return new Plan(all, List.of());
    }

    /**
     * Removes from {@code rows} those that are about files. If two files have the same version, the row belongs to the
     * one with its text, else to the one with its name.
     */
    private static Map<Migration, HistoryRow> owners(Migrations migrations, Map<Object, HistoryRow> rows) {
        Map<Object, List<Migration>> files = new LinkedHashMap<>();
        migrations
                .all()
                .forEach(file -> files.computeIfAbsent(file.version(), version -> new ArrayList<>(1))
                        .add(file));
        Map<Migration, HistoryRow> owners = new HashMap<>();
        files.forEach((version, same) -> {
            HistoryRow row = rows.remove(version);
            if (row != null) {
                owners.put(owner(row, same), row);
            }
        });
        return owners;
    }

    private static Migration owner(HistoryRow row, List<Migration> same) {
        Migration first = same.get(0);
        if (same.size() == 1) {
            return first;
        }
        return same.stream()
                .filter(file -> file.checksum().hex().equals(row.checksumOrNull()))
                .findFirst()
                .or(() -> same.stream()
                        .filter(file -> file.name().equals(row.name()))
                        .findFirst())
                .orElse(first);
    }

    /**
     * Returns this plan with what other tools have applied since their histories were adopted.
     *
     * @param news what each of their tables has beyond ours
     * @param lost the files that are missing from the Supabase CLI's history
     */
    Plan with(List<Adoption> news, List<Migration> lost) {
        Map<Object, String> tables = new HashMap<>();
        List<PlannedMigration> changed = new ArrayList<>();
        for (Adoption table : news) {
            table.adopted().forEach(adopted -> tables.put(adopted.file().version(), table.source()));
            table.unclear()
                    .forEach(row -> row.candidates().forEach(file -> tables.put(file.version(), table.source())));
            table.unmatched()
                    .forEach(row -> changed.add(new PlannedMigration(
                            row.version(), row.name(), MigrationState.ELSEWHERE, null, null, table.source())));
        }
        for (PlannedMigration planned : all) {
            String table = planned.state().isPending() ? tables.get(key(planned.version())) : null;
            changed.add(table == null ? planned : planned.elsewhere(table));
        }
        changed.sort(Comparator.comparing(PlannedMigration::version, Plan::compareVersions));
        return new Plan(changed, lost);
    }

    /** Returns the migrations to run, in order; those that are out of order only if that is allowed. */
    public List<PlannedMigration> pending() {
        return all.stream().filter(planned -> planned.state().isPending()).toList();
    }

    public List<PlannedMigration> in(MigrationState state) {
        return all.stream().filter(planned -> planned.state() == state).toList();
    }

    /** Returns the migrations that keep all others from being applied. */
    public List<PlannedMigration> refusals(boolean outOfOrder) {
        return all.stream()
                .filter(planned -> switch (planned.state()) {
                    case CHANGED, MISSING, ELSEWHERE -> true;
                    case OUT_OF_ORDER -> !outOfOrder;
                    case PENDING, APPLIED, BASELINE, FUTURE, FAILED, REVERTED -> false;
                })
                .toList();
    }

    /** Returns {@link #refusals} as messages, each with what to do. */
    public List<Obstacle> objections(boolean outOfOrder) {
        return Obstacles.between(this, outOfOrder);
    }

    private static MigrationState state(
            Migration migration, @Nullable HistoryRow row, @Nullable MigrationVersion newestRow, boolean reverted) {
        if (row == null) {
            if (newestRow != null && migration.version().compareTo(newestRow) < 0) {
                return MigrationState.OUT_OF_ORDER;
            }
            return reverted ? MigrationState.REVERTED : MigrationState.PENDING;
        }
        if (!row.isApplied()) {
            return MigrationState.FAILED;
        }
        String known = row.checksumOrNull();
        if (known != null && !known.equals(migration.checksum().hex())) {
            return MigrationState.CHANGED;
        }
        return row.state() == HistoryRow.State.BASELINE ? MigrationState.BASELINE : MigrationState.APPLIED;
    }

    /** What failed was never applied: it does not matter that its file is gone, or has a new version. */
    private static MigrationState withoutFile(HistoryRow row, Optional<MigrationVersion> newestFile) {
        if (!row.isApplied()) {
            return MigrationState.FAILED;
        }
        boolean newer = newestFile
                .map(newest -> compareVersions(row.version(), newest.toString()) > 0)
                .orElse(true);
        return newer ? MigrationState.FUTURE : MigrationState.MISSING;
    }

    private static @Nullable MigrationVersion newest(List<HistoryRow> rows) {
        return rows.stream()
                .filter(row -> row.isApplied() && MigrationVersion.isVersion(row.version()))
                .map(row -> MigrationVersion.of(row.version()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Returns a key that is equal for different spellings of a version; a text that is not a version equals only itself.
     */
    static Object key(String version) {
        return MigrationVersion.isVersion(version) ? MigrationVersion.of(version) : version;
    }

    static int compareVersions(String one, String other) {
        boolean bothAreVersions = MigrationVersion.isVersion(one) && MigrationVersion.isVersion(other);
        return bothAreVersions ? MigrationVersion.of(one).compareTo(MigrationVersion.of(other)) : one.compareTo(other);
    }
}
