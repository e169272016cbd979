package dev.pgmigrate.apply.foreign;

import dev.pgmigrate.apply.foreign.Adoption.Adopted;
import dev.pgmigrate.apply.foreign.Adoption.Unclear;
import dev.pgmigrate.apply.foreign.Adoption.Unmatched;
import dev.pgmigrate.apply.foreign.ForeignRow.Outcome;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Matches the rows of another tool's history with files; what is unclear is listed, never guessed. */
final class ForeignMatches {
    /** Marks a row as having no file. */
    static final String NO_FILE = "none";

    private final Migrations migrations;
    private final Map<String, String> chosen;
    private final boolean supabase;
    private final Map<Migration, Adopted> adopted = new LinkedHashMap<>();
    private final Map<Migration, ForeignRow> owners = new LinkedHashMap<>();
    private final List<Unmatched> unmatched = new ArrayList<>();
    private final List<Unclear> unclear = new ArrayList<>();

    private ForeignMatches(Migrations migrations, Map<String, String> chosen, boolean supabase) {
        this.migrations = migrations;
        this.chosen = chosen;
        this.supabase = supabase;
    }

    /**
     * Returns the adoption of {@code table}.
     *
     * @param chosen the file that a person named for a row's version, or {@link #NO_FILE}
     */
    static Adoption of(ForeignTable table, List<ForeignRow> rows, Migrations migrations, Map<String, String> chosen) {
        ForeignMatches matches = new ForeignMatches(migrations, chosen, table.isSupabase());
        rows.forEach(matches::add);
        List<Adopted> adopted = matches.adopted.values().stream()
                .sorted(Comparator.comparing(match -> match.file().version()))
                .toList();
        return new Adoption(table.name().toString(), adopted, matches.unmatched, matches.unclear);
    }

    /** Returns the files with the version of a row. */
    List<Migration> candidates(ForeignRow row) {
        return migrations.all().stream()
                .filter(file -> supabase
                        ? SupabaseMirror.version(file).equals(row.version())
                        : FileMatch.hasVersion(file, row.version()))
                .toList();
    }

    private void add(ForeignRow row) {
        if (row.outcome() == Outcome.FAILED) {
            unmatched.add(Unmatched.of(row));
        } else if (row.outcome() == Outcome.UP_TO) {
            addUpTo(row);
        } else {
            addOne(row);
        }
    }

    private void addOne(ForeignRow row) {
        List<Migration> candidates = candidates(row);
        String choice = chosen.get(row.key());
        if (choice != null && !choice.equals(NO_FILE)) {
            candidates = migrations.all().stream()
                    .filter(file -> FileMatch.fileName(file).equals(choice))
                    .toList();
        }
        if (candidates.isEmpty() || NO_FILE.equals(choice)) {
            unmatched.add(Unmatched.of(row));
            return;
        }
        List<FileMatch> matches =
                candidates.stream().map(file -> FileMatch.of(row, file)).toList();
        Optional<FileMatch> decided = choice == null ? FileMatch.decide(matches) : Optional.of(matches.get(0));
        ForeignRow owner =
                decided.map(match -> owners.putIfAbsent(match.file(), row)).orElse(null);
        if (decided.isEmpty() || owner != null) {
            unclear.add(new Unclear(row.key(), row.name(), candidates));
        } else {
            adopt(decided.get(), choice == null ? decided.get().evidence() : "named by you", row);
        }
    }

    private void adopt(FileMatch match, String evidence, ForeignRow row) {
        adopted.put(match.file(), Adopted.of(match.file(), evidence, false, row, match.differsAtOrNull()));
    }

    /** Of two files with the same version, it is unknown which one existed then. */
    private void addUpTo(ForeignRow row) {
        if (!MigrationVersion.isVersion(row.version())) {
            unmatched.add(Unmatched.of(row));
            return;
        }
        MigrationVersion newest = MigrationVersion.of(row.version());
        Map<MigrationVersion, List<Migration>> byVersion = new LinkedHashMap<>();
        for (Migration file : migrations.all()) {
            if (file.version().compareTo(newest) <= 0) {
                byVersion
                        .computeIfAbsent(file.version(), version -> new ArrayList<>())
                        .add(file);
            }
        }
        byVersion.forEach((version, files) -> {
            if (files.size() == 1) {
                adopted.putIfAbsent(
                        files.get(0), Adopted.of(files.get(0), "not newer than " + row.version(), true, row, null));
            } else {
                chooseOne(version, files, row);
            }
        });
        if (!byVersion.containsKey(newest)) {
            unmatched.add(Unmatched.of(row));
        }
    }

    private void chooseOne(MigrationVersion version, List<Migration> files, ForeignRow row) {
        String choice = chosen.get(version.toString());
        Optional<Migration> file = files.stream()
                .filter(candidate -> FileMatch.fileName(candidate).equals(choice))
                .findFirst();
        if (file.isPresent()) {
            adopted.put(file.get(), Adopted.of(file.get(), "named by you", true, row, null));
        } else if (!NO_FILE.equals(choice)) {
            unclear.add(new Unclear(version.toString(), "", files));
        }
    }
}
