package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.parser.SqlScript;
import java.io.IOError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * All migrations of a project in the order of their versions, and the other files beside them.
 *
 * @param folders where they were read
 * @param all the migrations; those with the same version are adjacent, ordered by path
 * @param ignored the ignored files, by path
 * @param rejected the files that look like migrations but cannot be read as such, by path
 */
public record Migrations(
        MigrationFolders folders, List<Migration> all, List<IgnoredFile> ignored, List<RejectedFile> rejected) {
    public Migrations {
        all = List.copyOf(all);
        ignored = List.copyOf(ignored);
        rejected = List.copyOf(rejected);
    }

    /**
     * Reads the folders. A bad file never stops this: it becomes one of {@link #rejected()}.
     *
     * @throws MigrationFolderException if a folder cannot be listed
     */
    public static Migrations read(MigrationFolders folders) {
        return read(folders, Map.of());
    }

    /**
     * Reads the folders as if some files had other texts, or were there.
     *
     * @param texts the texts that stand in for those of files, which need not exist
     * @throws MigrationFolderException if a folder cannot be listed
     */
    public static Migrations read(MigrationFolders folders, Map<Path, String> texts) {
        return new MigrationsReader(folders, texts).read();
    }

    /** Returns these with files before them that have no versions, such as what a proof runs first. */
    public Migrations after(List<SqlFile> files) {
        List<Migration> together = new ArrayList<>();
        for (SqlFile file : files) {
            VersionedName name = new VersionedName(
                    NamingScheme.NUMBER, MigrationVersion.of("0"), file.path(), VersionedName.Direction.UP);
            together.add(new Migration(name, file, null));
        }
        together.addAll(all);
        return new Migrations(folders, together, ignored, rejected);
    }

    /** Returns these as psql reads them, which puts values in the place of its variables. */
    public Migrations asPsqlReadsThem() {
        return parsedBy(PsqlVariables::parse);
    }

    /** Returns these as Liquibase reads them, whose changesets may have delimiters of their own. */
    public Migrations asLiquibaseReadsThem() {
        return parsedBy(LiquibaseDelimiters::parse);
    }

    private Migrations parsedBy(Function<SourceText, SqlScript> parser) {
        return new Migrations(
                folders,
                all.stream().map(migration -> migration.parsedBy(parser)).toList(),
                ignored,
                rejected);
    }

    /**
     * Starts to parse the files, in order, on a thread of its own, for a caller that will need all scripts. Whoever needs
     * one that is not ready yet waits for it, or parses it.
     *
     * @param next what the thread does after that
     */
    public void parseAhead(Runnable next) {
        Thread parser = new Thread(
                () -> {
                    try {
                        all.forEach(Migrations::parse);
                    } catch (IOError e) {
                        return; // whoever needs the script meets it
                    }
                    next.run();
                },
                "migrate-parser");
        parser.setDaemon(true);
        parser.start();
    }

    private static void parse(Migration migration) {
        migration.sql().script();
        migration.rollback().ifPresent(rollback -> rollback.sql().script());
    }

    /** Returns the naming schemes in use; more than one deserves a warning. */
    public Set<NamingScheme> schemes() {
        Set<NamingScheme> schemes = EnumSet.noneOf(NamingScheme.class);
        all.forEach(migration -> schemes.add(migration.scheme()));
        return schemes;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Tells whether the files are for Supabase: by their folder, or by what they call. */
    public boolean areForSupabase() {
        return SupabaseSigns.inFolder(folders)
                || all.stream().map(Migration::source).anyMatch(Migrations::isForSupabase);
    }

    private static boolean isForSupabase(SourceText sql) {
        return SupabaseSigns.inText(sql.characters(), from -> sql.indexOf('.', from));
    }

    /** Tells whether a file makes the schema {@code auth} itself. */
    public boolean makeAuth() {
        return all.stream()
                .anyMatch(
                        migration -> SupabaseSigns.makesAuth(migration.source().characters()));
    }
}
