package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.plan.RollbackTarget;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RollbackTest {
    private static final RollbackTarget NEWEST = new RollbackTarget.Newest(1);

    @TempDir
    private Path project;

    private ConnectionTarget target = TestPostgres.of(18).newDatabase();
    private final List<String> plan = new ArrayList<>();

    @BeforeEach
    void writeMigrations() throws IOException {
        Files.createDirectories(project.resolve("rollback"));
        Files.createDirectories(project.resolve("migrations"));
        migration("001_users.sql", "CREATE TABLE users (id int PRIMARY KEY);", "DROP TABLE users;");
        migration("002_email.sql", "ALTER TABLE users ADD email text;", "ALTER TABLE users DROP COLUMN email;");
        migration("003_orders.sql", "CREATE TABLE orders (id int);", "DROP TABLE IF EXISTS orders;");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void undoesTheNewestWithItsRowAndLeavesAnEvent(TestPostgres postgres) throws Exception {
        target = postgres.newDatabase();
        apply();

        Result result = rollback(NEWEST, false);

        assertThat(result.failed()).isFalse();
        assertThat(result.notes()).containsExactly("Rolled back 1.");
        assertThat(states(result)).containsExactly("001 APPLIED", "002 APPLIED", "003 REVERTED");
        assertThat(plan)
                .containsExactly(
                        "To roll back: 003 orders, by rollback/003_orders.sql.",
                        "rollback/003_orders.sql:1:1: takes away table public.orders: 0 rows.");
        assertThat(tables()).containsExactly("users");
        assertThat(ask("SELECT string_agg(version, ' ' ORDER BY version) FROM migrate.schema_migrations"))
                .isEqualTo("001 002");
        assertThat(ask("SELECT version || outcome || split_part(detail, ',', 1) || happened_by || tool_version"
                        + " FROM migrate.migration_events WHERE kind = 'revert'"))
                .isEqualTo("003succeededrollback/003_orders.sqlpostgrestest");

        assertThat(states(Status.run(new Status.Request(folders(), database(), false))))
                .containsExactly("001 APPLIED", "002 APPLIED", "003 REVERTED");
        apply();
        assertThat(tables()).containsExactly("orders", "users");
    }

    @Test
    void goesBackInTheReverseOrderOfApplying() throws Exception {
        apply();
        migration("000_first.sql", "CREATE TABLE first ();", "DROP TABLE first;");
        applyOutOfOrder();

        assertThat(rollback(new RollbackTarget.Newest(2), false).notes()).containsExactly("Rolled back 2.");

        assertThat(plan)
                .startsWith(
                        "To roll back: 000 first, by rollback/000_first.sql.",
                        "To roll back: 003 orders, by rollback/003_orders.sql.");
        assertThat(tables()).containsExactly("users");
    }

    @Test
    void goesBackToAVersionThatStays() throws Exception {
        apply();

        assertThat(rollback(new RollbackTarget.To("1"), false).notes()).containsExactly("Rolled back 2.");
        assertThat(ask("SELECT string_agg(version, ' ') FROM migrate.schema_migrations"))
                .isEqualTo("001");
        assertThat(rollback(new RollbackTarget.To("001"), false).notes()).containsExactly("Nothing to roll back.");
    }

    @Test
    void undoesOneVersionOnlyWhereNothingLaterDependsOnIt() throws Exception {
        migration("004_view.sql", "CREATE VIEW mails AS SELECT u.email FROM users AS u;", "DROP VIEW mails;");
        apply();

        Result refused = rollback(new RollbackTarget.Only("002"), false);
        assertThat(refused.failed()).isTrue();
        assertThat(refused.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.message())
                    .isEqualTo("Migration 004 uses public.users.email, which migration 002 created, and which"
                            + " remains.");
            assertThat(failure.place()).isEqualTo("migrations/004_view.sql:1:1");
        });

        assertThat(rollback(new RollbackTarget.Only("003"), false).failed()).isFalse();
        assertThat(tables()).containsExactly("users");
    }

    @Test
    void seesWhatDependsOnItInTheDatabaseAlone() throws Exception {
        apply();
        run("CREATE VIEW by_hand AS SELECT * FROM orders; CREATE TABLE hand (u int REFERENCES users)");

        assertThat(rollback(new RollbackTarget.Only("003"), false).failures())
                .extracting(Failure::message)
                .containsExactly("In the database view public.by_hand depends on what migration 003 made.");
        assertThat(rollback(new RollbackTarget.Only("001"), true).failures())
                .extracting(Failure::message)
                .contains("In the database a foreign key of table public.hand depends on what migration 001 made.");
        assertThat(tables()).containsExactly("hand", "orders", "users");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void losesRowsOnlyWhenToldTo(TestPostgres postgres) throws Exception {
        target = postgres.newDatabase();
        migration(
                "004_notes.sql",
                "ALTER TABLE orders RENAME TO bills; ALTER TABLE bills ADD at timestamptz DEFAULT now();"
                        + "INSERT INTO bills VALUES (1, '2001-01-01');",
                "ALTER TABLE bills RENAME TO orders; ALTER TABLE orders DROP COLUMN at;");
        apply();
        run("INSERT INTO bills VALUES (2), (3); INSERT INTO users VALUES (1, 'a'), (2, NULL)");

        Result refused = rollback(new RollbackTarget.To("001"), false);

        assertThat(refused.failures()).extracting(Failure::message).containsExactly("Rolling back would lose rows.");
        assertThat(refused.notes())
                .contains("Nothing was rolled back.")
                .anyMatch(note -> note.matches("rollback/004_notes.sql:1:37: takes away column public.bills.at: 3 rows,"
                        + ".* 2 of them newer than the migration\\."))
                .anyMatch(note -> note.matches("rollback/003_orders.sql:1:1: takes away table public.bills: 3 rows,"
                        + " \\d+ (kB|bytes), 2 of them newer than the migration\\."))
                .contains("rollback/002_email.sql:1:1: takes away column public.users.email: 1 row.");
        assertThat(tables()).containsExactly("bills", "users");

        assertThat(rollback(new RollbackTarget.To("001"), true).notes()).containsExactly("Rolled back 3.");
        assertThat(tables()).containsExactly("users");
    }

    @Test
    void aRoleThatSeesNoRowsDoesNotTakeATableForEmpty() throws Exception {
        migration(
                "003_orders.sql",
                "CREATE TABLE orders (id int); INSERT INTO orders VALUES (1);"
                        + "ALTER TABLE orders ENABLE ROW LEVEL SECURITY; ALTER TABLE orders FORCE ROW LEVEL SECURITY;",
                "DROP TABLE orders;");
        apply();
        run("CREATE ROLE blind_owner LOGIN PASSWORD 'secret'; GRANT ALL ON SCHEMA migrate, public TO blind_owner;"
                + "GRANT ALL ON ALL TABLES IN SCHEMA migrate TO blind_owner; ALTER TABLE orders OWNER TO blind_owner");
        ConnectionTarget owner = target;
        try {
            target = as("blind_owner");
            assertThat(rollback(NEWEST, false).failures())
                    .extracting(Failure::message)
                    .containsExactly("Rolling back would lose rows.");
        } finally {
            target = owner;
            run("DROP OWNED BY blind_owner CASCADE; DROP ROLE blind_owner");
        }
    }

    @Test
    void refusesWhatCannotBeUndoneAndSaysHowToGoForward() throws Exception {
        migration("004_gone.sql", "-- migrate:irreversible reason=\"the column is gone\"\nSELECT 1;", null);
        migration("005_forgotten.sql", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';", null);
        migration("006_stub.sql", "SELECT 1;", "-- later\n");
        apply();

        assertThat(rollback(new RollbackTarget.Newest(3), true).failures())
                .extracting(failure -> failure.place() + " " + failure.message() + " " + failure.advice())
                .containsExactly(
                        "migrations/006_stub.sql:1:1 Migration 006 has no rollback. Draft one: mvn migrate:new"
                                + " -Dkind=rollback -Dof=006; or undo it with a new migration: mvn migrate:new"
                                + " -Dkind=blank -Dname=undo_stub",
                        "migrations/005_forgotten.sql:1:1 Migration 005 has no rollback. Draft one: mvn migrate:new"
                                + " -Dkind=rollback -Dof=005; or undo it with a new migration: mvn migrate:new"
                                + " -Dkind=function -Dname=undo_forgotten",
                        "migrations/004_gone.sql:1:1 Migration 004 cannot be undone: the column is gone. Undo it with a new"
                                + " migration: mvn migrate:new -Dkind=blank -Dname=undo_gone");
    }

    @Test
    void aChangedMigrationStandsInTheWayAndACorrectedRollbackDoesNot() throws Exception {
        migration("003_orders.sql", "CREATE TABLE orders (id int);", "DROP TABLE order;");
        apply();

        assertThat(rollback(NEWEST, false).failures())
                .extracting(Failure::place)
                .containsExactly("rollback/003_orders.sql:1:12");
        migration("003_orders.sql", "CREATE TABLE orders (id int8);", "DROP TABLE orders;");
        assertThat(rollback(NEWEST, false).failures())
                .extracting(Failure::message)
                .singleElement()
                .asString()
                .startsWith("Migration 003 was changed after it was applied");
        migration("003_orders.sql", "CREATE TABLE orders (id int);", "DROP TABLE orders;");
        assertThat(rollback(NEWEST, false).failed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DROP TABLE orders; COMMIT; SELECT 1;|The file begins or ends a transaction",
                "DROP TABLE orders; \\d|A psql command cannot be sent to a server.",
                "DROP INDEX CONCURRENTLY i; DROP TABLE orders;|This statement cannot run inside a transaction block"
            })
    void refusesARollbackThatCannotKeepTheHistoryTrue(String rollback, String message) throws Exception {
        migration("003_orders.sql", "CREATE TABLE orders (id int);", rollback);
        apply();

        assertThat(rollback(NEWEST, true).failures())
                .extracting(Failure::message)
                .anyMatch(found -> found.startsWith(message));
        assertThat(tables()).containsExactly("orders", "users");
    }

    @Test
    void saysInASentenceWhatIsNoVersionToGoBackTo() throws Exception {
        assertThat(rollback(NEWEST, false).notes()).containsExactly("Nothing to roll back.");
        apply();

        assertThat(message(new RollbackTarget.Only("007"))).isEqualTo("Version 007 is not applied.");
        assertThat(message(new RollbackTarget.Only("a'; DROP TABLE x")))
                .isEqualTo("Version a'; DROP TABLE x is not applied.");
        assertThat(message(new RollbackTarget.To("999")))
                .isEqualTo("Version 999 is not applied; the newest that is, is 003.");
        assertThat(message(new RollbackTarget.Newest(4)))
                .isEqualTo("migrate.steps is 4, but 3 migrations are applied.");
        assertThat(message(new RollbackTarget.Newest(0))).isEqualTo("migrate.steps is 0.");
        Files.delete(project.resolve("migrations/003_orders.sql"));
        assertThat(message(NEWEST))
                .isEqualTo("Migration 003 is applied, but its file is not here, and so neither is its rollback.");
        assertThat(tables()).containsExactly("orders", "users");
    }

    @Test
    void doesNotTakeBackABaseline() throws Exception {
        run("CREATE TABLE users (id int)");
        Baseline.run(new Baseline.Request(
                folders(),
                database(),
                MigratorSettings.defaults("test"),
                new Baseline.Start.UpTo(MigrationVersion.of("003")),
                true,
                null,
                (holder, waited) -> {}));

        assertThat(message(NEWEST)).startsWith("Migration 003 was there before this history (baseline)");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aFailedRollbackLeavesTheMigrationAppliedAndSaysSo(TestPostgres postgres) throws Exception {
        target = postgres.newDatabase();
        migration("003_orders.sql", "CREATE TABLE orders (id int);", "DROP TABLE orders;\nDROP TABLE nix;");
        apply();

        Result result = rollback(NEWEST, false);

        assertThat(states(result)).containsExactly("001 APPLIED", "002 APPLIED", "003 APPLIED");
        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.place()).isEqualTo("rollback/003_orders.sql:2:1");
            assertThat(failure.advice())
                    .isEqualTo("Nothing of this rollback remains in the database: correct it, and run mvn"
                            + " migrate:rollback again.");
        });
        assertThat(tables()).containsExactly("orders", "users");
        assertThat(ask("SELECT version || kind || outcome FROM migrate.migration_events ORDER BY id DESC LIMIT 1"))
                .isEqualTo("003revertfailed");
    }

    @Test
    void aRollbackWithoutATransactionGoesOnWhereItStopped() throws Exception {
        migration(
                "003_orders.sql",
                "CREATE TABLE orders (id int); CREATE INDEX i ON orders (id); CREATE INDEX j ON orders (id);",
                "DROP INDEX CONCURRENTLY i; DROP INDEX CONCURRENTLY k;");
        apply();

        assertThat(rollback(NEWEST, false).failed()).isTrue();
        assertThat(ask("SELECT to_regclass('i') IS NULL")).isEqualTo("t");
        migration(
                "003_orders.sql",
                "CREATE TABLE orders (id int); CREATE INDEX i ON orders (id); CREATE INDEX j ON orders (id);",
                "DROP INDEX CONCURRENTLY i; DROP INDEX CONCURRENTLY j;");
        assertThat(rollback(NEWEST, false).failed()).isFalse();
        assertThat(ask("SELECT count(*) FROM migrate.migration_statements")).isEqualTo("0");
        assertThat(ask("SELECT max(version) FROM migrate.schema_migrations")).isEqualTo("002");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void takesTheRowOutOfTheSupabaseTableAsWell(TestPostgres postgres) throws Exception {
        target = postgres.newDatabase();
        apply();
        run("CREATE SCHEMA supabase_migrations; CREATE TABLE supabase_migrations.schema_migrations"
                + " (version text PRIMARY KEY, statements text[], name text);"
                + "INSERT INTO supabase_migrations.schema_migrations VALUES ('001'), ('002'), ('003')");

        rollback(NEWEST, false);

        assertThat(ask("SELECT string_agg(version, ' ' ORDER BY 1) FROM supabase_migrations.schema_migrations"))
                .isEqualTo("001 002");
        run("INSERT INTO supabase_migrations.schema_migrations VALUES ('009', NULL, 'theirs')");
        assertThat(message(NEWEST)).contains("says that another tool has applied 009 theirs");
    }

    @Test
    void undoesOnlyWhatWasShown() throws Exception {
        apply();
        // Between the look and the lock, another session rolls back the same migration.
        Result second = rollback(NEWEST, false, line -> {
            if (plan.size() == 1) {
                assertThat(rollback(NEWEST, false).notes()).containsExactly("Rolled back 1.");
            }
        });

        assertThat(second.failures())
                .extracting(Failure::message)
                .containsExactly("Another session has applied or rolled back a migration since this one looked.");
        assertThat(ask("SELECT max(version) FROM migrate.schema_migrations")).isEqualTo("002");
    }

    @Test
    void aRoleThatMayNotTakeRowsOutIsToldBeforeAnythingRuns() throws Exception {
        apply();
        run("CREATE ROLE appends_only LOGIN PASSWORD 'secret'; GRANT ALL ON SCHEMA migrate, public TO appends_only;"
                + "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA migrate TO appends_only;"
                + "GRANT DELETE ON migrate.migration_statements TO appends_only;"
                + "ALTER TABLE orders OWNER TO appends_only");
        ConnectionTarget owner = target;
        try {
            target = as("appends_only");
            assertThatThrownBy(() -> rollback(NEWEST, true))
                    .isInstanceOfSatisfying(
                            HistoryException.class,
                            e -> assertThat(e.grants())
                                    .containsExactly(
                                            "GRANT DELETE ON \"migrate\".\"schema_migrations\" TO \"appends_only\";"));
        } finally {
            target = owner;
            assertThat(tables()).containsExactly("orders", "users");
            run("DROP OWNED BY appends_only CASCADE; DROP ROLE appends_only");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void theScriptOfADryRunDoesTheSame(TestPostgres postgres) throws Exception {
        target = postgres.newDatabase();
        apply();
        List<String> scripts = new ArrayList<>();

        Result result = rollback(NEWEST, false, line -> {}, (script, shown) -> scripts.add(script));

        assertThat(result.notes()).startsWith("Dry run: nothing was rolled back.");
        assertThat(tables()).containsExactly("orders", "users");
        run(scripts.get(0));
        assertThat(tables()).containsExactly("users");
        assertThat(ask("SELECT count(*) FROM migrate.migration_events WHERE kind = 'revert'"))
                .isEqualTo("1");
        assertThat(ask("SELECT max(version) FROM migrate.schema_migrations")).isEqualTo("002");
    }

    @Test
    void namesInFilesAreNotTakenForSql() throws Exception {
        migration(
                "004_quote.sql",
                "CREATE TABLE \"a\"\"; DROP TABLE users; --\" (\"x y\" int); INSERT INTO \"a\"\"; DROP TABLE users; --\" VALUES (1);",
                "ALTER TABLE \"a\"\"; DROP TABLE users; --\" DROP COLUMN \"x y\"; DROP TABLE \"a\"\"; DROP TABLE users; --\";");
        apply();

        assertThat(rollback(NEWEST, false).notes()).anyMatch(note -> note.contains("; DROP TABLE users; --: 1 row"));
        assertThat(rollback(NEWEST, true).failed()).isFalse();
        assertThat(tables()).containsExactly("orders", "users");
    }

    private String message(RollbackTarget which) throws Exception {
        Result result = rollback(which, true);
        assertThat(result.failed()).isTrue();
        return result.failures().get(0).message();
    }

    private Result rollback(RollbackTarget which, boolean write) {
        return rollback(which, write, line -> {});
    }

    private Result rollback(RollbackTarget which, boolean write, Consumer<String> told) {
        return rollback(which, write, told, null);
    }

    private Result rollback(
            RollbackTarget which, boolean write, Consumer<String> told, @Nullable BiConsumer<String, String> dryRun) {
        return Rollback.run(new Rollback.Request(
                folders(),
                database(),
                MigratorSettings.defaults("test"),
                which,
                write,
                dryRun,
                line -> {
                    plan.add(line);
                    told.accept(line);
                },
                MigratorListener.NONE));
    }

    private ConnectionTarget as(String role) {
        return new ConnectionTarget(target.url(), role, "secret", target.parameters());
    }

    private MigrationFolders folders() {
        return MigrationFolders.find(project, List.of(project.resolve("migrations")), null);
    }

    private Database database() {
        return new Database(target, HistoryTable.DEFAULT);
    }

    private void apply() {
        apply(false);
    }

    private void applyOutOfOrder() {
        apply(true);
    }

    private void apply(boolean outOfOrder) {
        MigratorSettings usual = MigratorSettings.defaults("test");
        try (ServerConnection worker = connect()) {
            assertThat(new Migrator(
                                    worker,
                                    new MigratorSettings(
                                            usual.table(),
                                            null,
                                            outOfOrder,
                                            usual.timeouts(),
                                            usual.lockWait(),
                                            usual.retry(),
                                            null,
                                            "test"),
                                    MigratorListener.NONE)
                            .apply(Migrations.read(folders()))
                            .failure())
                    .isEmpty();
        }
    }

    private ServerConnection connect() {
        return ServerConnection.open(target);
    }

    private void run(String sql) {
        try (ServerConnection connection = connect()) {
            connection.execute(sql);
        }
    }

    private String ask(String sql) {
        try (ServerConnection connection = connect()) {
            return connection.queryOne(sql, row -> row.getString(1)).orElseThrow();
        }
    }

    private List<String> tables() {
        try (ServerConnection connection = connect()) {
            return connection.query(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", row -> row.getString(1));
        }
    }

    private static List<String> states(Result result) {
        return result.files().stream()
                .map(file -> file.version() + " " + file.state())
                .toList();
    }

    private void migration(String name, String sql, @Nullable String rollback) throws IOException {
        Files.writeString(project.resolve("migrations").resolve(name), sql);
        if (rollback != null) {
            Files.writeString(project.resolve("rollback").resolve(name), rollback);
        }
    }
}
