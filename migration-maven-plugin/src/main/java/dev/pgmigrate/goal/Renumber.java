package dev.pgmigrate.goal;

import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.foreign.ForeignTable;
import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.plan.DatabaseContent;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.VersionedName;
import dev.pgmigrate.scaffold.FolderNaming;
import dev.pgmigrate.server.ServerConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives one of two migrations with the same version a new version, and updates its rollback and its header comment. */
public final class Renumber {
    private Renumber() {}

    /**
     * What to renumber.
     *
     * @param folders where the migrations are
     * @param applied what is applied according to a database; empty without one
     * @param write whether to write, or only to plan
     * @param now the time in UTC
     */
    public record Request(MigrationFolders folders, List<Applied> applied, boolean write, LocalDateTime now) {
        public Request {
            applied = List.copyOf(applied);
        }
    }

    /** A row of a database's history. It counts only for a file with the same name or checksum. */
    public record Applied(
            String version, String name, @Nullable String checksumOrNull) {}

    /**
     * A file that is renamed.
     *
     * @param from its path as it is shown
     * @param to its new path
     * @param reason why this file rather than the other, as part of a sentence
     */
    public record Move(String from, String to, String reason) {}

    /**
     * The plan, and whether it was carried out.
     *
     * @param moves the files that get new names, each migration before its rollback
     * @param refusals why other files with the same version are left alone, in sentences
     * @param notes what else a person should look at, in sentences
     */
    public record Outcome(
            MigrationFolders folders, List<Move> moves, List<String> refusals, List<String> notes, boolean written) {
        public Outcome {
            moves = List.copyOf(moves);
            refusals = List.copyOf(refusals);
            notes = List.copyOf(notes);
        }

        /** Returns what the goal reports. */
        public Result result() {
            List<String> lines = new ArrayList<>(notes);
            if (moves.isEmpty() && refusals.isEmpty()) {
                lines.add("No two migrations have the same version.");
            } else if (!moves.isEmpty() && !written) {
                lines.add("Nothing was written: -Dmigrate.write renames them.");
            }
            return new Result(
                    "renumber",
                    folders.base(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    refusals.stream()
                            .map(refusal ->
                                    Failure.of(refusal, "Give the migration that did not run a new version by hand."))
                            .toList(),
                    lines,
                    !refusals.isEmpty(),
                    Map.of());
        }
    }

    /** Returns what is applied according to a database: this tool's history, and those of other tools beside it. */
    public static List<Applied> applied(MigrationFolders folders, Database database) {
        try (ServerConnection connection = database.open()) {
            SchemaHistory history = new SchemaHistory(connection, database.history());
            List<Applied> applied = new ArrayList<>();
            if (history.exists()) {
                history.rows().stream()
                        .filter(HistoryRow::isApplied)
                        .forEach(row -> applied.add(new Applied(row.version(), row.name(), row.checksumOrNull())));
            }
            Set<String> known = applied.stream().map(Applied::version).collect(Collectors.toSet());
            Migrations migrations = Migrations.read(folders);
            for (DatabaseContent.ForeignHistory other : DatabaseContent.historiesIn(connection)) {
                if (other.kind().isReadable()) {
                    elsewhere(ForeignTable.at(connection, other.table()).adoption(migrations, Map.of())).stream()
                            .filter(row -> !known.contains(row.version()))
                            .forEach(applied::add);
                }
            }
            return applied;
        }
    }

    private static List<Applied> elsewhere(Adoption adoption) {
        List<Applied> applied = new ArrayList<>();
        adoption.adopted()
                .forEach(adopted -> applied.add(new Applied(
                        adopted.file().version().toString(),
                        adopted.file().name(),
                        adopted.file().checksum().hex())));
        adoption.unclear()
                .forEach(row -> applied.add(
                        new Applied(row.candidates().get(0).version().toString(), row.name(), null)));
        return applied;
    }

    /** Makes the plan, and carries it out if the request says so. */
    public static Outcome run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        Map<MigrationVersion, List<Migration>> byVersion = new LinkedHashMap<>();
        migrations
                .all()
                .forEach(migration -> byVersion
                        .computeIfAbsent(migration.version(), version -> new ArrayList<>())
                        .add(migration));
        FolderNaming naming = FolderNaming.of(namesIn(request.folders()), request.now());
        RenumberPlan plan = new RenumberPlan(request.folders(), naming);
        byVersion.values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> choose(same, request.applied(), plan));
        plan.noteWhatIsOvertaken(migrations.all());
        if (request.write()) {
            write(plan.texts(), plan.gone());
        }
        return new Outcome(request.folders(), plan.moves(), plan.refusals(), plan.notes(), request.write());
    }

    private static void choose(List<Migration> same, List<Applied> applied, RenumberPlan plan) {
        List<Applied> rows = applied.stream()
                .filter(row -> MigrationVersion.isVersion(row.version())
                        && MigrationVersion.of(row.version()).equals(same.get(0).version()))
                .toList();
        List<Migration> keepers = rows.stream()
                .flatMap(row -> meant(row, same).stream())
                .distinct()
                .toList();
        if (keepers.size() > 1) {
            plan.refuse(keepers);
        } else if (keepers.size() == 1) {
            Migration keeper = keepers.get(0);
            Age.inOrder(same).stream()
                    .filter(migration -> migration != keeper)
                    .forEach(migration -> plan.move(migration, same, keeper.path() + " is applied"));
        } else if (!rows.isEmpty()) {
            rows.forEach(row -> plan.refuse(row, same));
        } else {
            List<Age> ages = Age.of(same);
            Age keeper = ages.get(0);
            ages.stream().skip(1).forEach(age -> plan.move(age.migration(), same, age.than(keeper)));
        }
    }

    /** Returns the file that a row is about: the one with its checksum, else the one with its name. */
    private static Optional<Migration> meant(Applied row, List<Migration> same) {
        return same.stream()
                .filter(migration -> migration.checksum().hex().equals(row.checksumOrNull()))
                .findFirst()
                .or(() -> same.stream()
                        .filter(migration -> migration.name().equals(row.name()))
                        .findFirst());
    }

    private static List<String> namesIn(MigrationFolders folders) {
        List<String> names = new ArrayList<>();
        for (Path folder : folders.locations()) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> VersionedName.of(name).isPresent())
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private static void write(Map<Path, String> texts, List<Path> gone) {
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Files.writeString(text.getKey(), text.getValue(), StandardOpenOption.CREATE_NEW);
                written.add(text.getKey());
            }
            for (Path file : gone) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The files could not all be renamed: " + e + ". New names written so far: " + written, e);
        }
    }
}
