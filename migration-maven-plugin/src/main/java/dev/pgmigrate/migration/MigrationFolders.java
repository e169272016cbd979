package dev.pgmigrate.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders of a project's migrations and rollbacks.
 *
 * @param base the project's folder, to which displayed paths are relative
 * @param locations the folders with migrations, which exist
 * @param rollbackOrNull the folder with rollbacks if configured, or null for {@code ../rollback} of each location
 */
public record MigrationFolders(
        Path base, List<Path> locations, @Nullable Path rollbackOrNull) {
    /** The folders to try if none is configured. */
    public static final List<String> USUAL =
            List.of("src/main/resources/db/migration", "supabase/migrations", "db/migrations", "migrations");

    /** The file of settings, in the base folder or beside the migrations. */
    public static final String SETTINGS = "migrate.properties";

    private static final String ROLLBACK = "rollback";
    private static final String UP = ".up.sql";

    public MigrationFolders {
        locations = List.copyOf(locations);
    }

    /**
     * Returns the configured folders, or the only one of {@link #USUAL} that exists.
     *
     * @param base the project's folder
     * @param named the configured folders, relative to {@code base} or absolute; may be empty
     * @param rollbackOrNull the folder with rollbacks, or null for the usual place
     * @throws MigrationFolderException if there is none, several, or a configured one does not exist
     */
    public static MigrationFolders find(Path base, List<Path> named, @Nullable Path rollbackOrNull) {
        Path root = base.toAbsolutePath().normalize();
        Path rollback =
                rollbackOrNull == null ? null : root.resolve(rollbackOrNull).normalize();
        if (!named.isEmpty()) {
            List<Path> folders = named.stream()
                    .map(folder -> root.resolve(folder).normalize())
                    .distinct()
                    .toList();
            folders.forEach(folder -> require(root, folder));
            return new MigrationFolders(root, folders, rollback);
        }
        List<Path> found =
                USUAL.stream().map(root::resolve).filter(Files::isDirectory).toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? new MigrationFolderException(
                            MigrationFolderException.Problem.NONE_FOUND,
                            root,
                            USUAL.stream().map(root::resolve).toList())
                    : new MigrationFolderException(MigrationFolderException.Problem.SEVERAL_FOUND, root, found);
        }
        return new MigrationFolders(root, found, rollback);
    }

    /** Returns these folders and all below them, but for those with rollbacks. */
    public MigrationFolders withSubFolders() {
        Set<Path> all = new LinkedHashSet<>();
        for (Path location : locations) {
            try (Stream<Path> below = Files.walk(location)) {
                below.filter(Files::isDirectory)
                        .filter(folder -> !isRollback(folder))
                        .sorted()
                        .forEach(all::add);
            } catch (IOException | UncheckedIOException e) {
                MigrationFolderException unreadable = new MigrationFolderException(
                        MigrationFolderException.Problem.UNREADABLE, base, List.of(location));
                unreadable.initCause(e);
                throw unreadable;
            }
        }
        return new MigrationFolders(base, List.copyOf(all), rollbackOrNull);
    }

    private boolean isRollback(Path folder) {
        return folder.equals(rollbackOrNull) || (rollbackOrNull == null && folder.endsWith(ROLLBACK));
    }

    private static void require(Path base, Path folder) {
        if (!Files.exists(folder)) {
            throw new MigrationFolderException(MigrationFolderException.Problem.MISSING, base, List.of(folder));
        }
        if (!Files.isDirectory(folder)) {
            throw new MigrationFolderException(MigrationFolderException.Problem.NOT_A_FOLDER, base, List.of(folder));
        }
    }

    /** Returns the folder in which the rollbacks of a location are searched for. */
    public Path rollbackFolder(Path location) {
        return Optional.ofNullable(rollbackOrNull).orElseGet(() -> location.resolveSibling(ROLLBACK));
    }

    /** Returns where the rollback of a migration's file belongs if it has none: in the folder of rollbacks, or beside it. */
    public Path rollbackFor(Path migration) {
        String name = migration.getFileName().toString();
        if (name.endsWith(UP)) {
            return migration.resolveSibling(name.substring(0, name.length() - UP.length()) + ".down.sql");
        }
        Path location = migration.toAbsolutePath().resolveSibling("").normalize();
        return rollbackFolder(location).resolve(name);
    }

    /** Returns a path as displayed: relative to the project, with {@code /}. */
    public String display(Path file) {
        Path shown = file.startsWith(base) ? base.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }
}
