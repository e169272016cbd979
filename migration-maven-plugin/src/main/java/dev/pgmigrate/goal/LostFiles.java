package dev.pgmigrate.goal;

import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.apply.repair.HistoryRepair;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.Git;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.VersionedName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of migrations that are gone, as git remembers them. */
final class LostFiles {
    private final MigrationFolders folders;

    LostFiles(MigrationFolders folders) {
        this.folders = folders;
    }

    /** Returns the file of a version with the text that was applied, where git has it. */
    Optional<HistoryRepair.RestoreFile> of(HistoryRow row) {
        return folders.locations().stream()
                .flatMap(location -> names(location, row.version())
                        .flatMap(name -> restorable(location.resolve(name), row).stream()))
                .findFirst();
    }

    private static Optional<HistoryRepair.RestoreFile> restorable(Path file, HistoryRow row) {
        if (Files.exists(file)) {
            return Optional.empty();
        }
        return GitHistory.committedText(
                        file,
                        text -> row.checksum()
                                .map(Checksum.of(text).hex()::equals)
                                .orElse(true))
                .map(text -> new HistoryRepair.RestoreFile(row, file, text));
    }

    /** Returns the names of files in a folder, of any commit, that have the version. */
    private static Stream<String> names(Path location, String version) {
        List<String> names = Git.ask(
                        location,
                        "log",
                        "--all",
                        "--no-renames",
                        "--format=",
                        "--name-only",
                        "--relative",
                        "-z",
                        "--",
                        ".")
                .map(text -> List.of(text.split("[\\x00\n]", -1)))
                .orElse(List.of());
        return names.stream()
                .distinct()
                .filter(name -> !name.contains("/"))
                .filter(name -> VersionedName.of(name)
                        .filter(versioned -> versioned.direction() == VersionedName.Direction.UP)
                        .filter(versioned -> MigrationVersion.isVersion(version)
                                && versioned.version().equals(MigrationVersion.of(version)))
                        .isPresent());
    }
}
