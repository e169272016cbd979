package dev.pgmigrate.goal;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.Rollback;
import dev.pgmigrate.undo.RollbackDraft;
import dev.pgmigrate.undo.RollbackDrafts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes the rollback of a migration that has none, drafted from what the files show. */
public final class DraftRollback {
    private DraftRollback() {}

    /** Says why there is no draft. */
    public static final class NoDraftException extends ExplainedException {
        private static final long serialVersionUID = 1L;

        NoDraftException(String message) {
            super(message);
        }
    }

    /**
     * What to write.
     *
     * @param version the version of the migration
     * @param searchPath the schemas of names without one
     */
    public record Request(MigrationFolders folders, String version, List<String> searchPath) {
        public Request {
            searchPath = List.copyOf(searchPath);
        }
    }

    /**
     * What was written.
     *
     * @param path the file, as people read it
     * @param decisions how many places in it a person has to decide on
     */
    public record Written(String path, int decisions) {}

    /**
     * Writes the file, never over a rollback that is there.
     *
     * @throws NoDraftException if there is no such migration, or it has a rollback
     */
    public static Written run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        Migration migration = named(migrations, request.version());
        Path file = file(request.folders(), migration);
        RollbackDrafts drafts = new RollbackDrafts(request.searchPath());
        List<Migration> all = migrations.all();
        all.subList(0, all.indexOf(migration)).forEach(earlier -> drafts.pass(earlier.sql()));
        RollbackDraft draft = drafts.next(migration.sql());
        write(file, draft.file(migration));
        return new Written(request.folders().display(file), draft.decisions());
    }

    private static Migration named(Migrations migrations, String version) {
        return migrations.all().stream()
                .filter(migration -> MigrationVersion.isVersion(version)
                        && migration.version().equals(MigrationVersion.of(version)))
                .findFirst()
                .orElseThrow(() -> new NoDraftException(
                        "No migration has the version " + version + ": name one with -Dof=<version>"));
    }

    /** Returns where the rollback belongs: in the place of a stub, else where this project keeps its rollbacks. */
    private static Path file(MigrationFolders folders, Migration migration) {
        Rollback there = migration.rollback().orElse(null);
        if (there != null && (!there.isStub() || there.sql().file().equals(migration.file()))) {
            throw new NoDraftException("Migration " + migration.version() + " has a rollback already: "
                    + there.sql().path());
        }
        if (there != null) {
            return there.sql().file();
        }
        return folders.rollbackFor(migration.file());
    }

    /** A stub holds comments, which stay. */
    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
