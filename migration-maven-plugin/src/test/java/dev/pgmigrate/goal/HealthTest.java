package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.health.HealthCheck;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HealthTest {
    /** The build puts the library there, as the goal finds it in Maven's local repository. */
    private static final Path LIBRARY = Path.of("target/health/pg-index-health.jar");

    private static final String HEALTHY = """
        CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE);
        CREATE TABLE "Odd ""one"" s" (id bigint PRIMARY KEY, "user" bigint REFERENCES users);
        CREATE INDEX ON "Odd ""one"" s" ("user");
        """;

    /** One of each, and what belongs to the history and to nobody. */
    private static final String UNHEALTHY = HEALTHY + """
        CREATE TABLE orders (id serial PRIMARY KEY, user_id bigint REFERENCES users, state text, note text);
        CREATE INDEX state_1 ON orders (state);
        CREATE INDEX state_2 ON orders (state);
        CREATE INDEX state_note ON orders (state, note);
        CREATE TABLE "No key" (number smallserial, other bigserial);
        ALTER TABLE orders ADD CONSTRAINT filled CHECK (note <> '') NOT VALID;
        CREATE DOMAIN code AS text;
        ALTER DOMAIN code ADD CONSTRAINT short CHECK (length(VALUE) < 9) NOT VALID;
        CREATE SEQUENCE tickets MAXVALUE 1000;
        SELECT setval('tickets', 950);
        CREATE SEQUENCE wide OWNED BY orders.id;
        SELECT setval('wide', 2147000000);
        CREATE SCHEMA migrate;
        CREATE TABLE migrate.schema_migrations (version text);
        """;

    @TempDir
    private Path project;

    private MigrationFolders folders;

    @BeforeEach
    void writeFiles() throws IOException {
        Path migrations = Files.createDirectory(project.resolve("migrations"));
        Files.writeString(migrations.resolve("001_users.sql"), HEALTHY);
        folders = MigrationFolders.find(project, List.of(), null);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void findsWhatASchemaLacks(TestPostgres postgres) {
        ConnectionTarget database = database(postgres, UNHEALTHY);
        breakIndex(database);

        Result result = Health.run(request(database, LintSettings.defaults()));

        assertThat(result.files()).as("files, at which it does not look").isEmpty();
        assertThat(result.failed()).isTrue();
        assertThat(result.failures())
                .extracting(Failure::message)
                .containsExactly(
                        "The index `public.invalid` of `public.orders` is invalid: it slows down each write and serves no"
                                + " query. (health-invalid-index)",
                        "The sequence `public.tickets` has 5.01 % of its values left. (health-sequence-near-end)",
                        "The sequence `public.wide` has 0.02 % of its values left. (health-sequence-near-end)");
        assertThat(warnings(result))
                .containsExactly(
                        "The foreign key `orders_user_id_fkey` of `public.orders` has no index on its columns: each delete in"
                                + " the table that it refers to reads all of `public.orders`. (health-foreign-key-without-index)",
                        "`public.orders` has one index several times: public.state_1, public.state_2. (health-duplicate-index)",
                        "One index of `public.orders` begins with the columns of another: public.state_1,"
                                + " public.state_note. (health-overlapping-index)",
                        "One index of `public.orders` begins with the columns of another: public.state_2,"
                                + " public.state_note. (health-overlapping-index)",
                        "`public.\"No key\"` has no primary key. (health-missing-primary-key)",
                        "The constraint `filled` of `public.orders` was never validated: older rows may break it."
                                + " (health-unvalidated-constraint)",
                        "The constraint `short` of `public.code` was never validated: older rows may break it."
                                + " (health-unvalidated-constraint)",
                        "The column `number` of `public.\"No key\"` is a smallserial. (health-serial-column)",
                        "The column `other` of `public.\"No key\"` is a bigserial. (health-serial-column)",
                        "The column `id` of `public.orders` is a serial. (health-serial-column)");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void saysWhereTheSpaceOfADatabaseIs(TestPostgres postgres) {
        ConnectionTarget database = database(postgres, """
                CREATE TABLE events (id int PRIMARY KEY, text text);
                CREATE INDEX unused ON events (text);
                INSERT INTO events SELECT n, repeat('x', 100) FROM generate_series(1, 5000) n;
                DELETE FROM events WHERE id % 10 > 0;
                ANALYZE events;
                """);

        Result result = Health.run(request(database, LintSettings.defaults()));

        assertThat(result.failed()).isFalse();
        assertThat(result.notes())
                .anyMatch(note -> note.matches("Largest: public\\.events \\d+ kB \\(\\d+ kB of it indexes\\)\\."))
                .anyMatch(note -> note.startsWith("info: The index `public.unused` of `public.events` served 0 scans"))
                .anyMatch(note -> note.matches("info: About [89]\\d\\.\\d\\d % of `public\\.events` is empty space.*"))
                .anyMatch(note -> note.matches("info: About .* of the index `public\\.events_pkey` .*"));
    }

    @Test
    void findsNothingInWhatHealthyFilesMake() {
        Result result = Health.run(request(null, LintSettings.defaults()));

        assertThat(result.failed()).isFalse();
        assertThat(result.notes()).containsExactly("Health of the schema that the migrations make: 0 remarks.");
    }

    @Test
    void showsTheStatementThatTheFilesStumbleOver() throws IOException {
        Files.writeString(project.resolve("migrations/002_broken.sql"), "ALTER TABLE nowhere ADD a int;\n");

        Result result = Health.run(request(null, LintSettings.defaults()));

        assertThat(result.failures()).extracting(Failure::place).containsExactly("migrations/002_broken.sql:1:1");
    }

    @Test
    void takesSeveritiesLikeRules() {
        ConnectionTarget database = database(TestPostgres.of(18), "CREATE TABLE logs (line text, number serial)");
        Map<Category, Severity> errors = Map.of(Category.HEALTH, Severity.ERROR);
        Map<RuleId, Severity> off = Map.of(HealthCheck.SERIAL_COLUMN.id(), Severity.OFF);

        Result result = Health.run(request(database, LintSettings.defaults().withSeverities(off, errors)));

        assertThat(result.failures())
                .extracting(Failure::message)
                .containsExactly("`public.logs` has no primary key. (health-missing-primary-key)");
        assertThat(warnings(result)).isEmpty();
    }

    @Test
    void leavesExtensionsAndOtherPlatformsToThemselves() {
        ConnectionTarget database = database(TestPostgres.of(18), """
                CREATE SCHEMA theirs;
                CREATE TABLE theirs.keyless (line text);
                ALTER EXTENSION plpgsql ADD TABLE theirs.keyless;
                """);

        Result result = Health.run(request(database, LintSettings.defaults()));

        assertThat(warnings(result)).isEmpty();
    }

    private Health.Request request(@Nullable ConnectionTarget target, LintSettings settings) {
        return new Health.Request(
                folders,
                settings,
                target,
                new Exclusions("migrate", "schema_migrations", false),
                List.of(),
                List.of(),
                version -> DisposablePostgres.start(TestPostgres.binaries(version.major())),
                () -> LIBRARY);
    }

    private static List<String> warnings(Result result) {
        List<String> warnings = new ArrayList<>();
        for (String note : result.notes()) {
            if (note.startsWith("warning: ")) {
                warnings.add(note.substring("warning: ".length(), note.indexOf(')', note.indexOf("(health-")) + 1));
            }
        }
        return warnings;
    }

    private static ConnectionTarget database(TestPostgres postgres, String sql) {
        ConnectionTarget database = postgres.newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute(sql);
        }
        return database;
    }

    /** What a cancelled CREATE INDEX CONCURRENTLY leaves behind. */
    private static void breakIndex(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE INDEX invalid ON orders (lower(note))");
            connection.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'invalid'::regclass");
        }
    }
}
