package dev.pgmigrate.apply;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of migrations that a test writes. */
public final class Folder {
    private final Path base;
    private final Path migrations;

    public Folder(Path base) {
        this.base = base;
        this.migrations = base.resolve("migrations");
        try {
            Files.createDirectories(migrations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file, or writes it anew. */
    public Folder with(String name, String sql) {
        try {
            Files.writeString(migrations.resolve(name), sql);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the rollback of a file. */
    public Folder withRollback(String name, String sql) {
        try {
            Files.writeString(Files.createDirectories(base.resolve("rollback")).resolve(name), sql);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Folder without(String name) {
        try {
            Files.delete(migrations.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Migrations read() {
        return Migrations.read(MigrationFolders.find(base, List.of(migrations), null));
    }

    public Migration only() {
        return read().all().get(0);
    }
}
