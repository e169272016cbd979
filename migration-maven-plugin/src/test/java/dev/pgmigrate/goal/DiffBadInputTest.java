package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.drift.IgnorePatterns;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ConnectException;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.OtherVersion;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be compared, or written down, is said in one sentence. */
class DiffBadInputTest {
    private static final DriftComparison COMPARISON =
            new DriftComparison(new Exclusions("migrate", "schema_migrations", false), IgnorePatterns.of(List.of()));
    private static final TestPostgres POSTGRES = TestPostgres.of(18);

    @TempDir
    private Path project;

    private Path migrations;
    private MigrationFolders folders;

    @BeforeEach
    void writeFiles() throws IOException {
        migrations = Files.createDirectory(project.resolve("migrations"));
        Files.writeString(migrations.resolve("001_users.sql"), "CREATE TABLE users (id bigint PRIMARY KEY);\n");
        folders = MigrationFolders.find(project, List.of(), null);
    }

    @Test
    void saysWhatItCouldNotRead() {
        ConnectionTarget whole = POSTGRES.newDatabase();
        ConnectionTarget database = POSTGRES.newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("REVOKE SELECT ON pg_policy FROM PUBLIC");
            connection.execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET role = pg_signal_backend',"
                    + " current_database()); END $$");
        }

        Result result = diff(new DiffSide.Live(whole), new DiffSide.Live(database));

        assertThat(result.notes())
                .contains("Not readable with these privileges: policy: permission denied for table pg_policy.");
        assertThat(result.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.message()).endsWith(", as far as it can be seen."));
    }

    @Test
    void comparesAServerThatIsNewerAsFarAsItKnows() throws IOException {
        ConnectionTarget database = POSTGRES.newDatabase();
        try (OtherVersion newer = new OtherVersion(database, "19.1")) {
            Result result = diff(new DiffSide.Empty(), new DiffSide.Live(newer.target()));

            assertThat(result.differences()).isEmpty();
            assertThat(result.notes())
                    .contains("PostgreSQL 19 is newer than " + PostgresVersion.NEWEST
                            + ", the newest that is supported: what only it has is not compared.");
        }
    }

    @Test
    void doesNotCompareAServerThatIsTooOld() throws IOException {
        try (OtherVersion older = new OtherVersion(POSTGRES.newDatabase(), "13.9")) {
            assertThatThrownBy(() -> diff(new DiffSide.Empty(), new DiffSide.Live(older.target())))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("PostgreSQL 13")
                    .hasMessageContaining("the oldest that is supported is 14");
        }
    }

    @Test
    void showsTheExtensionThatTheDisposableServerLacks() throws IOException {
        Files.writeString(migrations.resolve("002_far.sql"), "CREATE EXTENSION IF NOT EXISTS far_away;\n");

        Result result = diff(files(), new DiffSide.Empty());

        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.place()).isEqualTo("migrations/002_far.sql:1:1");
            assertThat(failure.message()).contains("extension \"far_away\" is not available");
        });
    }

    @Test
    void namesTheReferenceThatGitDoesNotHave() {
        assertThatThrownBy(() -> CommittedFiles.of(folders, "no-such-branch"))
                .isInstanceOf(CommittedFiles.NotInGitException.class)
                .hasMessageStartingWith("files@no-such-branch names a commit that git cannot find in ")
                .hasMessageEndingWith("Fetch it, or name another reference.");
    }

    @Test
    void readsNamesInEveryEncoding() {
        try (ServerConnection connection = POSTGRES.connect()) {
            connection.execute("DROP DATABASE IF EXISTS diff_latin; CREATE DATABASE diff_latin ENCODING 'LATIN1'"
                    + " LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        }
        ConnectionTarget utf8 = POSTGRES.newDatabase();
        ConnectionTarget latin = new ConnectionTarget(
                utf8.url().replaceAll("/[^/]*$", "/diff_latin"), utf8.user(), utf8.passwordOrNull(), utf8.parameters());
        for (ConnectionTarget target : List.of(utf8, latin)) {
            try (ServerConnection connection = ServerConnection.open(target)) {
                connection.execute("CREATE TABLE \"é\" (\"ß\" text DEFAULT 'ü')");
            }
        }

        assertThat(diff(new DiffSide.Live(utf8), new DiffSide.Live(latin)).differences())
                .isEmpty();
    }

    /** Nothing can be written below what is a file. */
    @Test
    void leavesNoHalfOfASchemaFile() throws IOException {
        Files.writeString(project.resolve("db"), "not a folder");
        SchemaFile.Request request = new SchemaFile.Request(
                folders,
                project.resolve("db/schema.sql"),
                null,
                List.of(),
                COMPARISON,
                PostgresVersion.NEWEST,
                DiffBadInputTest::start);

        assertThatThrownBy(() -> SchemaFile.run(request))
                .isInstanceOf(SchemaFile.NotWrittenException.class)
                .hasMessageContaining("The schema was not written to ")
                .hasMessageEndingWith("Make room, or make the folder writable.");
        assertThat(project.resolve("db")).content().isEqualTo("not a folder");
    }

    private DiffSide files() {
        return new DiffSide.Files("the files", folders, List.of(), List.of());
    }

    private Result diff(DiffSide from, DiffSide to) {
        return Diff.run(new Diff.Request(
                folders, from, to, COMPARISON, HistoryTable.DEFAULT, true, false, null, DiffBadInputTest::start));
    }

    private static DisposablePostgres start(PostgresVersion version) {
        return DisposablePostgres.start(TestPostgres.binaries(version.major()));
    }
}
