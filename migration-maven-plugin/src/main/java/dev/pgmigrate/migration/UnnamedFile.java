package dev.pgmigrate.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says why a file without a version in its name is not a migration. */
final class UnnamedFile {
    private static final Pattern CALLBACK = Pattern.compile(
            "(?:before|after)(?:Each)?(?:Migrate|Clean|Undo|Validate|Baseline|Repair|Info|Versioned|Repeatables|Connect)"
                    + ".*\\.sql|createSchema(?:__.*)?\\.sql");
    private static final Pattern SINGLE_UNDERSCORE = Pattern.compile("[VU][0-9]+(?:[._][0-9]+)*_[^_].*\\.sql");
    private static final Pattern JAVA = Pattern.compile("[VRB][0-9_.]*__.*\\.(?:java|class|kt)");

    private UnnamedFile() {}

    static Optional<IgnoredFile> reasonToIgnore(Path file, MigrationFolders folders) {
        String name = file.getFileName().toString();
        if (Files.isDirectory(file)) {
            return isPartOfTheFolders(file, folders)
                    ? Optional.empty()
                    : ignored(
                            file,
                            folders,
                            IgnoredFile.Kind.SUBFOLDER,
                            "subfolders are read only if they are listed in <locations>");
        }
        if (name.startsWith("R__")) {
            return ignored(
                    file, folders, IgnoredFile.Kind.REPEATABLE, "Flyway's repeatable migrations are not supported");
        }
        if (name.matches("B[0-9][0-9._]*__.*\\.sql")) {
            return unsupported(file, folders, "Flyway's baseline migrations are not supported");
        }
        if (CALLBACK.matcher(name).matches()) {
            return unsupported(file, folders, "Flyway's callbacks are not supported");
        }
        if (JAVA.matcher(name).matches()) {
            return unsupported(file, folders, "migrations in Java are not supported");
        }
        if (name.endsWith(".sql.conf")) {
            return ScriptConfiguration.isUnderstood(file)
                    ? Optional.empty()
                    : unsupported(file, folders, "of Flyway's script configuration only executeInTransaction is read");
        }
        if (SINGLE_UNDERSCORE.matcher(name).matches()) {
            return ignored(
                    file,
                    folders,
                    IgnoredFile.Kind.MISNAMED,
                    "Flyway's names have two underscores after the version: V1__name.sql");
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".sql")) {
            return ignored(
                    file,
                    folders,
                    IgnoredFile.Kind.MISNAMED,
                    name.endsWith(".sql")
                            ? "its name has no version and name, as in 20250131120000_create_users.sql"
                            : "its name does not end in .sql, in lower case");
        }
        return name.equals(MigrationFolders.SETTINGS)
                ? Optional.empty()
                : ignored(file, folders, IgnoredFile.Kind.OTHER, "it is not an SQL file");
    }

    /** A folder that is a location, leads to one, or contains the rollbacks is not worth mentioning. */
    private static boolean isPartOfTheFolders(Path folder, MigrationFolders folders) {
        return folders.locations().stream()
                .anyMatch(location -> location.startsWith(folder)
                        || folders.rollbackFolder(location).startsWith(folder));
    }

    private static Optional<IgnoredFile> unsupported(Path file, MigrationFolders folders, String reason) {
        return ignored(file, folders, IgnoredFile.Kind.UNSUPPORTED, reason);
    }

    private static Optional<IgnoredFile> ignored(
            Path file, MigrationFolders folders, IgnoredFile.Kind kind, String reason) {
        return Optional.of(new IgnoredFile(file, folders.display(file), kind, reason));
    }
}
