package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.CommittedFiles;
import dev.pgmigrate.goal.DiffSide;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Resolves the values of {@code migrate.from} and {@code migrate.to}. */
final class DiffSides implements AutoCloseable {
    static final String FILES = "files";
    static final String DATABASE = "database";
    private static final String EMPTY = "empty";
    private static final String AT = FILES + "@";

    private final AbstractDatabaseMojo mojo;
    private final DatabaseParameters databases;
    private final MigrationFolders folders;
    private final List<CommittedFiles> committed = new ArrayList<>();

    DiffSides(AbstractDatabaseMojo mojo, DatabaseParameters databases, MigrationFolders folders) {
        this.mojo = mojo;
        this.databases = databases;
        this.folders = folders;
    }

    DiffSide side(String parameter, String value) throws MojoExecutionException {
        String word = value.strip();
        if (word.equals(FILES)) {
            return files("the files", folders);
        }
        if (word.startsWith(AT)) {
            String reference = word.substring(AT.length());
            CommittedFiles files = CommittedFiles.of(folders, reference);
            committed.add(files);
            return files("the files of " + reference, files.folders());
        }
        if (word.equals(EMPTY)) {
            return new DiffSide.Empty();
        }
        if (word.equals(DATABASE)) {
            return new DiffSide.Live(databases.required().target());
        }
        if (word.contains(":")) {
            return new DiffSide.Live(databases.named(word).target());
        }
        throw new MojoExecutionException("The parameter " + parameter + " is \"" + value + "\"; it takes " + FILES
                + ", " + AT + "<git reference>, " + EMPTY + ", " + DATABASE + ", or the URL of a database.");
    }

    private DiffSide files(String name, MigrationFolders from) throws MojoExecutionException {
        List<SqlFile> preludes = mojo.prelude == null ? null : PreludeParameter.files(mojo.prelude, folders.base());
        return new DiffSide.Files(name, from, preludes, mojo.searchPath == null ? List.of() : mojo.searchPath);
    }

    @Override
    public void close() {
        committed.forEach(CommittedFiles::close);
    }
}
