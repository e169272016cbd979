package dev.pgmigrate.goal;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.VersionedName;
import dev.pgmigrate.scaffold.FolderNaming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a renumbering creates and removes, while the plan is being built. */
final class RenumberPlan {
    private final MigrationFolders folders;
    private final FolderNaming naming;
    private final List<Migration> moved = new ArrayList<>();
    private final List<Renumber.Move> moves = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<Path, String> texts = new LinkedHashMap<>();
    private final List<Path> gone = new ArrayList<>();

    RenumberPlan(MigrationFolders folders, FolderNaming naming) {
        this.folders = folders;
        this.naming = naming;
    }

    List<Renumber.Move> moves() {
        return moves;
    }

    List<String> refusals() {
        return refusals;
    }

    List<String> notes() {
        return notes;
    }

    /** Returns the texts of the new files. */
    Map<Path, String> texts() {
        return texts;
    }

    /** Returns the files that the new ones replace. */
    List<Path> gone() {
        return gone;
    }

    /** Leaves files alone that are all applied although they share a version. */
    void refuse(List<Migration> applied) {
        refusals.add(
                "%s have the same version %s, and the database says that each is applied: an applied migration keeps its version."
                        .formatted(
                                String.join(
                                        " and ",
                                        applied.stream().map(Migration::path).toList()),
                                applied.get(0).version()));
    }

    /**
     * Leaves files alone if one of them may be applied: a row of a history has their version, but matches none of them.
     */
    void refuse(Renumber.Applied row, List<Migration> same) {
        refusals.add(
                "The database has applied %s, which is neither of %s by name or checksum: it is unclear which of them ran."
                        .formatted(
                                (row.version() + " " + row.name()).strip(),
                                String.join(
                                        " and ",
                                        same.stream().map(Migration::path).toList())));
    }

    /** Notes the migrations that used to run after a moved one and will now run before it. */
    void noteWhatIsOvertaken(List<Migration> all) {
        for (Migration moved : moved) {
            long overtaken = all.stream()
                    .filter(other -> other.version().compareTo(moved.version()) > 0 && !this.moved.contains(other))
                    .count();
            if (overtaken > 0) {
                notes.add(
                        "%s ran before %s and runs after %s from now on: mvn migrate:test shows whether any of them depends on it."
                                .formatted(
                                        moved.path(),
                                        overtaken == 1 ? "one other migration" : overtaken + " other migrations",
                                        overtaken == 1 ? "it" : "them"));
            }
        }
    }

    /** Gives one of the migrations with the {@code same} version the next free version. */
    void move(Migration migration, List<Migration> same, String reason) {
        moved.add(migration);
        String version = naming.next();
        String name = naming.fileName(version, migration.name());
        Path to = migration.file().resolveSibling(name);
        move(migration.sql(), migration.version(), version, to, reason);
        migration.rollback().map(rollback -> rollback.sql()).ifPresent(rollback -> {
            if (!rollback.file().equals(migration.file())) {
                rollback(migration, same, rollback, version, name);
            }
        });
    }

    private void rollback(
            Migration migration, List<Migration> same, SqlFile rollback, String version, String migrationName) {
        String name = rollback.file().getFileName().toString();
        String about = VersionedName.of(name).map(VersionedName::description).orElse("");
        if (!about.equals(migration.name()) && !about.equals("rollback_" + migration.name())) {
            if (same.stream().anyMatch(other -> other.name().equals(about))) {
                return;
            }
            notes.add("%s may be the rollback of %s or of the other one: it keeps its name."
                    .formatted(rollback.path(), migration.path()));
            return;
        }
        boolean sameName = name.equals(migration.file().getFileName().toString());
        String renamed = sameName ? migrationName : name.replaceFirst("^([VU]?)" + migration.version(), "$1" + version);
        move(
                rollback,
                migration.version(),
                version,
                rollback.file().resolveSibling(renamed),
                "it belongs to the file above");
    }

    private void move(SqlFile file, MigrationVersion oldVersion, String version, Path to, String reason) {
        if (Files.exists(to)) {
            throw new FileChange.NotWrittenException(
                    "Nothing was written: " + to + " already exists, and nothing is overwritten. Move it away first.");
        }
        moves.add(new Renumber.Move(file.path(), folders.display(to), reason));
        Optional<LocalDate> date = naming.namesDays() ? Optional.of(naming.date(version)) : Optional.empty();
        String text = RenumberedText.of(
                text(file.file()), oldVersion, MigrationVersion.of(version), stem(file.file()), stem(to), date);
        texts.put(to, text);
        gone.add(file.file());
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("(\\.up|\\.down)?\\.sql$", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
