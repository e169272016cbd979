package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.sql.Position;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    @TempDir
    Path base;

    @ParameterizedTest
    @CsvSource({
        "20250131120000_create_users.sql, TIMESTAMP, 20250131120000, create_users",
        "20250131120000_create_users.up.sql, TIMESTAMP, 20250131120000, create_users",
        "001_create_users.sql, NUMBER, 001, create_users",
        "0001-create-users.sql, NUMBER, 0001, create-users",
        "12345678_x.sql, NUMBER, 12345678, x",
        "20250131_001_x.sql, DATE_AND_NUMBER, 20250131_001, x",
        "2025_01_31_001_x.sql, DATE_PARTS_AND_NUMBER, 2025_01_31_001, x",
        "20250131_x.sql, DATE, 20250131, x",
        "V1_2__x.sql, FLYWAY, 1.2, x",
        "V1.2__a_b.sql, FLYWAY, 1.2, a_b",
        "98765432109876543210_x.sql, NUMBER, 98765432109876543210, x"
    })
    void namesAreRecognised(String file, NamingScheme scheme, String version, String name) throws IOException {
        write("migrations/" + file, "select 1;");

        assertThat(read().all()).singleElement().satisfies(migration -> {
            assertThat(migration.scheme()).isEqualTo(scheme);
            assertThat(migration.version()).hasToString(version);
            assertThat(migration.name()).isEqualTo(name);
            assertThat(migration.path()).isEqualTo("migrations/" + file);
        });
    }

    @Test
    void filesComeInTheOrderOfTheirVersions() throws IOException {
        for (String file : List.of("10_c.sql", "9_b.sql", "001_a.sql", "1_also_a.sql")) {
            write("migrations/" + file, "");
        }

        assertThat(read().all())
                .map(Migration::path)
                .containsExactly(
                        "migrations/001_a.sql", "migrations/1_also_a.sql", "migrations/9_b.sql", "migrations/10_c.sql");
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, OTHER",
        ".gitkeep, OTHER",
        "seed.sql, MISNAMED",
        "20250101000000.sql, MISNAMED",
        "20250101000000_x.SQL, MISNAMED",
        "V1_x.sql, MISNAMED",
        "R__views.sql, REPEATABLE",
        "B1__baseline.sql, UNSUPPORTED",
        "V2__Load.java, UNSUPPORTED",
        "V2__x.sql.conf, UNSUPPORTED",
        "afterMigrate.sql, UNSUPPORTED",
        "beforeEachMigrate__log.sql, UNSUPPORTED",
        "U9__x.sql, STRAY_ROLLBACK",
        "009_x.down.sql, STRAY_ROLLBACK"
    })
    void whatIsNotTakenIsNamed(String file, IgnoredFile.Kind kind) throws IOException {
        write("migrations/" + file, "shouldExecute=false");

        Migrations migrations = read();

        assertThat(migrations.all()).isEmpty();
        assertThat(migrations.ignored()).singleElement().satisfies(ignored -> {
            assertThat(ignored.kind()).isEqualTo(kind);
            assertThat(ignored.path()).isEqualTo("migrations/" + file);
            assertThat(ignored.reason()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "001_x.sql, rollback/001_x.sql",
        "001_x.sql, migrations/001_x.down.sql",
        "001_x.up.sql, migrations/001_x.down.sql",
        "001_x.sql, migrations/001_rollback_x.sql",
        "001_x.sql, migrations/001_rollback.sql",
        "V1__x.sql, migrations/U1__x.sql"
    })
    void rollbacksAreFound(String up, String down) throws IOException {
        write("migrations/" + up, "select 1;");
        write(down, "select 2;");

        Migrations migrations = read();

        assertThat(migrations.ignored()).isEmpty();
        assertThat(migrations.all())
                .singleElement()
                .satisfies(migration -> assertThat(migration.rollback())
                        .hasValueSatisfying(
                                rollback -> assertThat(rollback.sql().path()).isEqualTo(down)));
    }

    @Test
    void theRollbackOfTheSameNameComesBeforeOneOfTheSameVersion() throws IOException {
        write("migrations/001_tags.sql", "");
        write("rollback/001_notes.sql", "");
        write("rollback/001_tags.sql", "");

        assertThat(read().all())
                .singleElement()
                .satisfies(migration -> assertThat(migration.rollback())
                        .hasValueSatisfying(
                                rollback -> assertThat(rollback.sql().path()).isEqualTo("rollback/001_tags.sql")));
        assertThat(read().ignored()).singleElement().satisfies(ignored -> {
            assertThat(ignored.path()).isEqualTo("rollback/001_notes.sql");
            assertThat(ignored.kind()).isEqualTo(IgnoredFile.Kind.STRAY_ROLLBACK);
        });
    }

    @Test
    void whatIsNoMigrationIsListedByItsPathWithTheReason() throws IOException {
        write("migrations/001_tags.sql", "");
        write("rollback/README.md", "");
        write("rollback/001_notes.sql", "");
        write("rollback/001_tags.sql", "");
        write("rollback/000_gone.sql", "");

        assertThat(read().ignored())
                .map(IgnoredFile::path)
                .containsExactly("rollback/000_gone.sql", "rollback/001_notes.sql", "rollback/README.md");
        assertThat(read().ignored().get(0).reason()).startsWith("there is no migration with version 000");
        assertThat(read().ignored().get(1).reason()).isEqualTo("the migration with version 001 has another rollback");
    }

    @Test
    void aRollbackThatCannotBeReadIsRejectedAndNotCalledStray() throws IOException {
        write("migrations/001_x.sql", "");
        write("migrations/002_y.sql", "\0");
        write("rollback/001_x.sql", "\0");

        assertThat(read().rejected())
                .map(RejectedFile::path)
                .containsExactly("migrations/002_y.sql", "rollback/001_x.sql");
        assertThat(read().ignored()).isEmpty();
        assertThat(read().all())
                .singleElement()
                .satisfies(migration -> assertThat(migration.rollback()).isEmpty());
    }

    @Test
    void aForwardFixMayTalkOfARollback() throws IOException {
        write("migrations/001_x.sql", "");
        write("migrations/002_rollback_bad_index.sql", "");

        assertThat(read().all())
                .map(migration -> migration.version().toString())
                .containsExactly("001", "002");
    }

    @ParameterizedTest
    @CsvSource({
        "20250101000000_x.down.sql, 20250101000000_x.sql",
        "20250101000000_rollback.sql, 20250101000000_rollback.sql",
        "20250101000000_rollback_x.sql, 20250101000000_rollback_x.sql"
    })
    void supabaseWouldRunARollbackForward(String file, String moved) throws IOException {
        write("supabase/migrations/20250101000000_x.sql", "");
        write("supabase/migrations/" + file, "");
        write("supabase/migrations/U20250101000000__x.sql", "");

        assertThat(read().rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.path()).isEqualTo("supabase/migrations/" + file);
            assertThat(rejected.advice()).isEqualTo("Move it to supabase/rollback/" + moved + ".");
        });
    }

    @Test
    void sectionsKeepTheirPlaces() throws IOException {
        write(
                "migrations/001_dbmate.sql",
                "-- migrate:up transaction:false\nselect 'up';\n-- migrate:down\nselect 'down';\n");
        write(
                "migrations/002_goose.sql",
                "-- +goose NO TRANSACTION\n-- +goose Up\nselect 'up';\n-- +goose Down\nselect 'down';");

        assertThat(read().all()).hasSize(2).allSatisfy(migration -> {
            String up = migration.script().source().text();
            String down =
                    migration.rollback().orElseThrow().sql().script().source().text();
            assertThat(up).contains("'up'").doesNotContain("down");
            assertThat(down).contains("'down'").doesNotContain("up");
            assertThat(up.indexOf("'up'")).isEqualTo(migration.source().text().indexOf("'up'"));
            assertThat(down.indexOf("'down'"))
                    .isEqualTo(migration.source().text().indexOf("'down'"));
            assertThat(migration.transactionMode()).isEqualTo(TransactionMode.NONE);
        });
    }

    @Test
    void gooseTurnsTheTransactionOffForBothSectionsAndDbmateForOne() throws IOException {
        write("migrations/001_dbmate.sql", "-- migrate:up transaction:false\nselect 1;\n-- migrate:down\nselect 2;\n");
        write(
                "migrations/002_goose.sql",
                "-- +goose NO TRANSACTION\n-- +goose Up\nselect 1;\n-- +goose Down\nselect 2;");

        assertThat(read().all())
                .map(migration -> migration.rollback().orElseThrow().sql().transactionMode())
                .containsExactly(TransactionMode.TRANSACTION, TransactionMode.NONE);
    }

    @Test
    void everySectionOfOneDirectionIsKeptAndEveryOtherLeftOut() throws IOException {
        write("migrations/001_dbmate.sql", """
                -- migrate:up transaction:true
                select 'up';
                -- migrate:down
                select 'down';
                -- migrate:up
                select 'up again';
                -- migrate:down
                select 'down again';
                """);

        assertThat(read().all()).singleElement().satisfies(migration -> {
            assertThat(migration.script().statements()).hasSize(2);
            assertThat(migration.script().source().text())
                    .contains("'up'", "'up again'")
                    .doesNotContain("'down");
            SqlFile down = migration.rollback().orElseThrow().sql();
            assertThat(down.script().source().text())
                    .contains("'down'", "'down again'")
                    .doesNotContain("'up");
            assertThat(migration.transactionMode()).isEqualTo(TransactionMode.TRANSACTION);
        });
    }

    @Test
    void aByteOrderMarkIsNoTextThoughItsBytesCount() throws IOException {
        Path file = write("migrations/001_x.sql", "\uFEFFselect 1;");
        assertThat(read().all()).map(migration -> migration.source().text()).containsExactly("select 1;");

        Files.write(file, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xE9});
        assertThat(read().rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.message())
                    .isEqualTo("The file is not UTF-8: byte 0xE9 at offset 4 does not belong there.");
            assertThat(rejected.source().position(rejected.range().start())).isEqualTo(new Position(1, 2));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void anotherEncodingIsCalledByItsName(String encoding) throws IOException {
        Path file = write("migrations/001_x.sql", "");
        Files.write(file, "\uFEFFselect 1;".getBytes(Charset.forName(encoding)));

        assertThat(read().rejected()).map(RejectedFile::message).containsExactly("The file is UTF-16, not UTF-8.");
    }

    @Test
    void anEmptyFileAndTheReplacementCharacterAreText() throws IOException {
        write("migrations/001_empty.sql", "");
        write("migrations/002_a.sql", "a");
        write("migrations/003_replaced.sql", "-- \uFFFD");

        assertThat(read().rejected()).isEmpty();
        assertThat(read().all()).map(migration -> migration.source().text()).containsExactly("", "a", "-- \uFFFD");
    }

    @Test
    void aFileThatIsNotUtf8SaysWhere() throws IOException {
        Path file = write("migrations/001_x.sql", "");
        Files.write(file, "select 1;\nselect 'caf\u00e9';\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read().rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.message())
                    .isEqualTo("The file is not UTF-8: byte 0xE9 at offset 21 does not belong there.");
            assertThat(rejected.source().position(rejected.range().start())).isEqualTo(new Position(2, 12));
        });
    }

    @Test
    void aNulByteSaysWhere() throws IOException {
        write("migrations/001_x.sql", "select 1;\n\0");

        assertThat(read().rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.message()).contains("NUL");
            assertThat(rejected.source().position(rejected.range().start())).isEqualTo(new Position(2, 1));
        });
    }

    @Test
    void aLinkOutOfTheFoldersIsRejectedAndOneWithinIsRead() throws IOException {
        write("secret.txt", "password");
        write("migrations/001_x.sql", "select 1;");
        Files.createSymbolicLink(base.resolve("migrations/002_in.sql"), Path.of("001_x.sql"));
        Files.createSymbolicLink(base.resolve("migrations/003_out.sql"), Path.of("../secret.txt"));
        Files.createSymbolicLink(base.resolve("migrations/001_x.down.sql"), base.resolve("secret.txt"));

        assertThat(read().all()).map(Migration::path).containsExactly("migrations/001_x.sql", "migrations/002_in.sql");
        assertThat(read().rejected())
                .allSatisfy(rejected -> assertThat(rejected.source().text()).isEmpty())
                .map(RejectedFile::path)
                .containsExactly("migrations/001_x.down.sql", "migrations/003_out.sql");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // whoever opens the pipe waits for ever
    void aPipeOrADeviceIsRejectedAndNotRead() throws Exception {
        write("migrations/001_x.sql", "select 1;");
        Path pipe = base.resolve("migrations/002_pipe.sql");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.createSymbolicLink(base.resolve("migrations/003_zero.sql"), Path.of("/dev/zero"));

        assertThat(read().rejected())
                .map(RejectedFile::path)
                .containsExactly("migrations/002_pipe.sql", "migrations/003_zero.sql");
    }

    @Test
    void aFolderNamedLikeAMigrationIsRejected() throws IOException {
        Files.createDirectories(base.resolve("migrations/001_x.sql"));
        Files.createDirectories(base.resolve("migrations/old"));

        assertThat(read().rejected()).map(RejectedFile::path).containsExactly("migrations/001_x.sql");
        assertThat(read().ignored()).map(IgnoredFile::kind).containsExactly(IgnoredFile.Kind.SUBFOLDER);
    }

    @Test
    void twoUsualFoldersAreAQuestion() throws IOException {
        write("migrations/001_x.sql", "");
        write("db/migrations/001_x.sql", "");

        assertThatThrownBy(this::read).isInstanceOfSatisfying(MigrationFolderException.class, e -> {
            assertThat(e.problem()).isEqualTo(MigrationFolderException.Problem.SEVERAL_FOUND);
            assertThat(e.folders()).containsExactly(base.resolve("db/migrations"), base.resolve("migrations"));
        });
        assertThat(Migrations.read(MigrationFolders.find(base, List.of(Path.of("migrations")), null))
                        .all())
                .hasSize(1);
    }

    @Test
    void noFolderIsAQuestionToo() {
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        MigrationFolderException.class,
                        e -> assertThat(e.problem()).isEqualTo(MigrationFolderException.Problem.NONE_FOUND));
        assertThatThrownBy(() -> MigrationFolders.find(base, List.of(Path.of("nowhere")), null))
                .isInstanceOfSatisfying(
                        MigrationFolderException.class,
                        e -> assertThat(e.problem()).isEqualTo(MigrationFolderException.Problem.MISSING));
    }

    private Path write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }

    private Migrations read() {
        return Migrations.read(MigrationFolders.find(base, List.of(), null));
    }
}
