package dev.pgmigrate.goal;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.SupabaseSeeds;
import dev.pgmigrate.migration.VersionedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rows that a project inserts between its migrations: SQL files named like the version that they follow. */
final class Seeds {
    /** The folder if none is configured. */
    private static final String USUAL = "src/test/migrate/seed";

    /** The folder of rows for a local database. */
    private static final String LOCAL = "src/migrate/seed";

    private static final String SQL = ".sql";

    private Seeds() {}

    /**
     * Returns the seeds by version, those of one version in the order of their names.
     *
     * @param folderOrNull the configured folder, or null
     * @throws SeedException if it does not exist, a file in it cannot be read, or names a version that is not there
     */
    static Map<MigrationVersion, List<SqlFile>> read(Migrations migrations, @Nullable Path folderOrNull) {
        Path base = migrations.folders().base();
        Path folder = base.resolve(folderOrNull == null ? Path.of(USUAL) : folderOrNull);
        if (!Files.isDirectory(folder)) {
            if (folderOrNull != null) {
                throw new SeedException(
                        "The folder of seeds " + folder + " does not exist; migrate.seeds names it.", null);
            }
            return Map.of();
        }
        Map<MigrationVersion, List<SqlFile>> seeds = new TreeMap<>();
        for (Path file : files(folder)) {
            String shown = migrations.folders().display(file);
            MigrationVersion version = version(file.getFileName().toString())
                    .orElseThrow(() -> new SeedException(
                            "The seed " + shown + " has no version: name it like the migration that it follows, "
                                    + example(migrations) + ".",
                            null));
            if (migrations.all().stream().map(Migration::version).noneMatch(version::equals)) {
                throw new SeedException(
                        "The seed " + shown + " follows version " + version
                                + ", and there is no such migration: rename or remove it.",
                        null);
            }
            seeds.computeIfAbsent(version, key -> new ArrayList<>()).add(read(file, shown));
        }
        return seeds;
    }

    /**
     * Returns what fills a local database after all migrations: the seeds of a Supabase project, then the project's own.
     *
     * @throws SeedException if one cannot be read
     */
    static List<SqlFile> local(MigrationFolders folders) {
        List<SqlFile> seeds = new ArrayList<>(ofSupabase(folders));
        Path own = folders.base().resolve(LOCAL);
        if (Files.isDirectory(own)) {
            files(own).forEach(file -> seeds.add(read(file, folders.display(file))));
        }
        return seeds;
    }

    /**
     * Returns the seeds that the Supabase CLI runs after all migrations.
     *
     * @throws SeedException if one cannot be read
     */
    static List<SqlFile> ofSupabase(MigrationFolders folders) {
        try {
            return SupabaseSeeds.in(folders).stream()
                    .map(file -> read(file, folders.display(file)))
                    .toList();
        } catch (IOException e) {
            throw new SeedException("The seeds of supabase/config.toml cannot be listed: " + e.getMessage() + ".", e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SQL))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SeedException("The folder of seeds " + folder + " cannot be listed: " + e.getMessage() + ".", e);
        }
    }

    private static Optional<MigrationVersion> version(String fileName) {
        String stem = fileName.substring(0, fileName.length() - SQL.length());
        return MigrationVersion.isVersion(stem)
                ? Optional.of(MigrationVersion.of(stem))
                : VersionedName.of(fileName).map(VersionedName::version);
    }

    private static String example(Migrations migrations) {
        return migrations.all().get(migrations.all().size() - 1).version() + SQL;
    }

    private static SqlFile read(Path file, String shown) {
        try {
            return SqlFile.of(file, shown, Files.readString(file));
        } catch (IOException e) {
            throw new SeedException(
                    "The seed " + shown + " cannot be read: " + e.getMessage() + ". Save it as UTF-8.", e);
        }
    }
}
