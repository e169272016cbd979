package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.drift.IgnorePatterns;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.proof.Preludes;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiffTest {
    private static final String USERS = "CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL);\n";
    private static final String INDEX = "CREATE INDEX users_email ON users (email);\n";

    @TempDir
    private Path project;

    private final List<String> scripts = new ArrayList<>();
    private MigrationFolders folders;

    @BeforeEach
    void writeFiles() throws IOException {
        Path migrations = Files.createDirectory(project.resolve("migrations"));
        Files.writeString(migrations.resolve("001_users.sql"), USERS);
        Files.writeString(migrations.resolve("002_email.sql"), INDEX);
        folders = MigrationFolders.find(project, List.of(), null);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void findsADatabaseEqualThatTheFilesMade(TestPostgres postgres) {
        ConnectionTarget database = database(postgres, USERS + INDEX);

        Result result = Diff.run(request(files(), new DiffSide.Live(database), List.of()));

        assertThat(result.differences()).isEmpty();
        assertThat(result.failed()).isFalse();
        assertThat(result.notes()).last().isEqualTo("No difference.");
    }

    /** The history says applied, and the table is not there. */
    @Test
    void saysWhichTableIsGone() {
        ConnectionTarget database = database(TestPostgres.of(18), USERS + INDEX + "DROP TABLE users");

        Result result = Diff.run(request(files(), new DiffSide.Live(database), List.of()));

        assertThat(lines(result)).containsExactly("MISSING table public.users");
        assertThat(result.failed()).isTrue();
        assertThat(result.failures().get(0).message())
                .isEqualTo("There is one difference between the files and " + database.url()
                        + ", above all table public.users.");
    }

    @Test
    void saysWhatSomebodyDidByHand() {
        ConnectionTarget database = database(
                TestPostgres.of(18),
                USERS + "ALTER TABLE users ALTER email TYPE varchar(20), ADD note text; COMMENT ON TABLE users IS 'x'");

        Result result = Diff.run(request(files(), new DiffSide.Live(database), List.of("comments")));

        assertThat(lines(result))
                .containsExactly(
                        "DIFFERENT column public.users.email type: text -> character varying(20)",
                        "ADDED column public.users.note",
                        "MISSING index public.users.users_email");
        assertThat(result.notes())
                .contains("Left out: 1 ignored differences, 2 of extensions, 3 of the history, 2 of the server.");
    }

    /** The way back to what the files make: what loses rows is a comment. */
    @Test
    void writesTheScriptThatMakesADatabaseTheSame() {
        ConnectionTarget database =
                database(TestPostgres.of(18), USERS + "ALTER TABLE users ALTER email TYPE varchar(20), ADD note text");

        Result result = Diff.run(request(new DiffSide.Live(database), files(), List.of()));

        assertThat(scripts).containsExactly("""
                        ALTER TABLE public.users ALTER COLUMN email TYPE text USING email::text;

                        CREATE INDEX IF NOT EXISTS users_email ON public.users USING btree (email);

                        -- Left out, since it loses the values of public.users.note:
                        -- ALTER TABLE public.users DROP COLUMN IF EXISTS note;
                        """);
        assertThat(result.notes()).contains("Still different after the script: column public.users.note.");
    }

    @Test
    void comparesWithNothing() {
        Result result = Diff.run(request(new DiffSide.Empty(), files(), List.of()));

        assertThat(lines(result)).containsExactly("ADDED table public.users");
    }

    @Test
    void comparesWithTheFilesOfACommit() throws Exception {
        git("init", "-q");
        git("add", "migrations/001_users.sql");
        git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "-m", "Add users");
        try (CommittedFiles committed = CommittedFiles.of(folders, "HEAD")) {
            DiffSide before = new DiffSide.Files("the files of HEAD", committed.folders(), List.of(), List.of());

            Result result = Diff.run(request(before, files(), List.of()));

            assertThat(lines(result)).containsExactly("ADDED index public.users.users_email");
        }
    }

    /** The platform's own schemas are left out, and what a team put on its tables is not. */
    @Test
    void leavesSupabaseToItself() throws IOException {
        Files.writeString(
                project.resolve("migrations/003_storage.sql"),
                "CREATE POLICY own ON storage.objects FOR SELECT USING (true);\n");
        DiffSide files = new DiffSide.Files(
                "the files", folders, List.of(Preludes.named("supabase").orElseThrow()), List.of());

        Result result = Diff.run(request(
                new DiffSide.Empty(),
                files,
                List.of("default privileges", "grants", "extensions", "settings", "publications")));

        assertThat(lines(result)).containsExactly("ADDED table public.users", "ADDED policy storage.objects.own");
        assertThat(result.notes()).anyMatch(note -> note.contains(" of Supabase"));
    }

    @Test
    void showsTheStatementThatTheFilesStumbleOver() throws IOException {
        Files.writeString(project.resolve("migrations/003_broken.sql"), "ALTER TABLE nowhere ADD a int;\n");

        Result result = Diff.run(request(files(), new DiffSide.Empty(), List.of()));

        assertThat(result.failures()).extracting(Failure::place).containsExactly("migrations/003_broken.sql:1:1");
    }

    private DiffSide files() {
        return new DiffSide.Files("the files", folders, List.of(), List.of());
    }

    private Diff.Request request(DiffSide from, DiffSide to, List<String> ignore) {
        return new Diff.Request(
                folders,
                from,
                to,
                new DriftComparison(new Exclusions("migrate", "schema_migrations", false), IgnorePatterns.of(ignore)),
                HistoryTable.DEFAULT,
                true,
                false,
                (script, shown) -> scripts.add(script),
                version -> DisposablePostgres.start(TestPostgres.binaries(version.major())));
    }

    private static ConnectionTarget database(TestPostgres postgres, String sql) {
        ConnectionTarget database = postgres.newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute(sql);
            connection.execute("CREATE SCHEMA migrate; CREATE TABLE migrate.schema_migrations (version text)");
        }
        return database;
    }

    private static List<String> lines(Result result) {
        return result.differences().stream().map(DiffTest::line).toList();
    }

    private static String line(SchemaDifference difference) {
        String property = difference.property().map(name -> " " + name + ": ").orElse("");
        String values = property.isEmpty()
                ? ""
                : difference.left().orElse("") + " -> " + difference.right().orElse("");
        return difference.state() + " " + difference.key() + property + values;
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command)
                        .directory(project.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
