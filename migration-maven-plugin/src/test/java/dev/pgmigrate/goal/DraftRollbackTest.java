package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.goal.DraftRollback.NoDraftException;
import dev.pgmigrate.goal.DraftRollback.Written;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftRollbackTest {
    @TempDir
    private Path project;

    @BeforeEach
    void writeMigrations() throws IOException {
        Files.createDirectories(project.resolve("migrations"));
        write("migrations/001_users.sql", "CREATE TABLE users (id int);");
        write("migrations/002_email.sql", "ALTER TABLE users ADD email text; UPDATE users SET email = 'x';");
    }

    @Test
    void writesWhereTheProjectKeepsItsRollbacks() throws IOException {
        Written written = draft("2");

        assertThat(written).isEqualTo(new Written("rollback/002_email.sql", 1));
        assertThat(project.resolve(written.path())).content().isEqualTo("""
                -- Rollback: email
                -- Version: 002

                -- DECIDE: line 1, UPDATE users SET email = '…', changes rows, and what they were is in no file.
                ALTER TABLE IF EXISTS users DROP COLUMN IF EXISTS email;
                """);
        assertThat(Migrations.read(folders()).all().get(1).rollback()).isPresent();
    }

    @Test
    void writesBesideAPair() throws IOException {
        write("migrations/003_pair.up.sql", "CREATE TABLE pair ();");

        assertThat(draft("003").path()).isEqualTo("migrations/003_pair.down.sql");
        assertThat(Migrations.read(folders()).all().get(2).rollback()).isPresent();
    }

    @Test
    void fillsAStubAndKeepsItsComments() throws IOException {
        Files.createDirectories(project.resolve("rollback"));
        write("rollback/001_users.sql", "-- ask Ann first\n");

        draft("001");

        assertThat(project.resolve("rollback/001_users.sql"))
                .content()
                .startsWith("-- ask Ann first\n")
                .endsWith("DROP TABLE IF EXISTS users;\n");
    }

    @Test
    void touchesNoRollbackThatIsThere() throws IOException {
        Files.createDirectories(project.resolve("rollback"));
        write("rollback/001_users.sql", "DROP TABLE users CASCADE;");
        write("migrations/003_goose.sql", "-- +goose Up\nCREATE TABLE goose ();\n-- +goose Down\n-- later\n");

        assertThatThrownBy(() -> draft("001"))
                .isInstanceOf(NoDraftException.class)
                .hasMessage("Migration 001 has a rollback already: rollback/001_users.sql");
        assertThatThrownBy(() -> draft("003")).isInstanceOf(NoDraftException.class);
        assertThatThrownBy(() -> draft("007"))
                .isInstanceOf(NoDraftException.class)
                .hasMessageStartingWith("No migration has the version 007");
        assertThat(project.resolve("rollback/001_users.sql")).content().isEqualTo("DROP TABLE users CASCADE;");
    }

    private Written draft(String version) {
        return DraftRollback.run(new DraftRollback.Request(folders(), version, List.of("public")));
    }

    private MigrationFolders folders() {
        return MigrationFolders.find(project, List.of(project.resolve("migrations")), null);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(project.resolve(name), text);
    }
}
