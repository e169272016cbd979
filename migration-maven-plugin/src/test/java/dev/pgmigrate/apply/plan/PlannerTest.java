package dev.pgmigrate.apply.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {
    private static final HistoryTable BILLING = new HistoryTable("migrate", "billing");

    private static final String WAITS = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND database ="
            + " (SELECT oid FROM pg_database WHERE datname = current_database()))";

    @TempDir
    private Path base;

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void needsOnlyUsageAndSelect(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", "SELECT 1;");
        String reader = "reader_" + database.url().replaceAll("\\D+", "_");
        try (ServerConnection owner = ServerConnection.open(database)) {
            new Migrator(owner, MigratorSettings.defaults("test"), MigratorListener.NONE).apply(folder.read());
            owner.execute("CREATE ROLE " + reader + " LOGIN PASSWORD 'reader'");
        }
        folder.with("002_b.sql", "SELECT 2;");
        ConnectionTarget target = new ConnectionTarget(database.url(), reader, "reader", database.parameters());
        try (ServerConnection connection = ServerConnection.open(target)) {
            Planner planner = new Planner(connection, HistoryTable.DEFAULT);
            assertThatThrownBy(() -> planner.plan(folder.read())).isInstanceOfSatisfying(HistoryException.class, e -> {
                assertThat(e.reason()).isEqualTo(HistoryException.Reason.NOT_READABLE);
                assertThat(e.grants()).hasSize(2);
                try (ServerConnection owner = ServerConnection.open(database)) {
                    e.grants().forEach(owner::execute);
                }
            });

            assertThat(planner.plan(folder.read()).all())
                    .extracting(planned -> planned.state().id())
                    .containsExactly("applied", "pending");
            assertThatThrownBy(() -> new Migrator(connection, MigratorSettings.defaults("test"), MigratorListener.NONE)
                            .apply(folder.read()))
                    .isInstanceOf(HistoryException.class);
        }
    }

    /** A DBA gives a role the schema of the history, and not the right to create schemas in the database. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void startsTheHistoryInASchemaThatIsThere(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", "SELECT 1;");
        String role = "deployer_" + database.url().replaceAll("\\D+", "_");
        ConnectionTarget deployer = new ConnectionTarget(database.url(), role, "deployer", database.parameters());
        try (ServerConnection owner = ServerConnection.open(database)) {
            owner.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'deployer'; CREATE SCHEMA migrate");
            owner.execute("GRANT USAGE ON SCHEMA migrate TO " + role);
            try (ServerConnection connection = ServerConnection.open(deployer)) {
                assertThatThrownBy(() -> applied(connection, HistoryTable.DEFAULT, folder))
                        .isInstanceOfSatisfying(
                                HistoryException.class,
                                e -> assertThat(e.grants())
                                        .singleElement()
                                        .asString()
                                        .startsWith("GRANT CREATE ON SCHEMA \"migrate\" TO")
                                        .satisfies(owner::execute));
                assertThat(applied(connection, HistoryTable.DEFAULT, folder)).isEqualTo(1);
            }
            owner.execute("REVOKE INSERT ON migrate.migration_events FROM " + role);
            folder.with("002_b.sql", "CREATE TABLE b ();");
            try (ServerConnection connection = ServerConnection.open(deployer)) {
                assertThatThrownBy(() -> applied(connection, HistoryTable.DEFAULT, folder))
                        .isInstanceOfSatisfying(
                                HistoryException.class,
                                e -> assertThat(e.reason()).isEqualTo(HistoryException.Reason.NOT_WRITABLE));
            }
        }
    }

    @Test
    void refusesARelationOfTheSameNameThatIsSomethingElse() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute(
                    "CREATE SCHEMA migrate; CREATE TABLE migrate.schema_migrations (version text, name text)");

            assertThatThrownBy(() -> new Planner(connection, HistoryTable.DEFAULT).plan(new Folder(base).read()))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("it has no column checksum");
        }
    }

    @Test
    void aFailedMigrationMakesNoOtherOneLate() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", "SELECT 1;").with("003_c.sql", "SELECT nix;");
        Applier applier = new Applier(folder);
        assertThat(applier.apply(database).failure()).isPresent();

        folder.with("002_b.sql", "SELECT 2;");

        assertThat(applier.states(database)).containsExactly("001 applied", "002 pending", "003 failed");
    }

    /** The first look finds no history, the second, at what else is there, waits until another applier has made it. */
    @Test
    void aHistoryThatIsMadeMeanwhileIsSeen() throws Exception {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", "SELECT 1;");
        try (ServerConnection other = ServerConnection.open(database);
                ServerConnection administrator = ServerConnection.open(database);
                ServerConnection connection = ServerConnection.open(database)) {
            Planner planner = new Planner(connection, HistoryTable.DEFAULT);
            planner.plan(folder.read());
            // Whoever has looked functions up before needs no look at pg_proc for them.
            assertThat(administrator.ask(WAITS)).isFalse();
            other.execute("BEGIN");
            other.execute("CREATE SCHEMA migrate");
            other.execute("CREATE TABLE t (x int)");
            other.execute("CREATE TABLE migrate.schema_migrations (version text PRIMARY KEY, name text, checksum text,"
                    + " applied_rank bigint, applied_at timestamptz, execution_time_ms bigint, applied_by text,"
                    + " state text, tool_version text)");
            other.execute("CREATE TABLE migrate.migration_events (version text, kind text, outcome text, detail text)");
            other.execute("INSERT INTO migrate.schema_migrations (version, name, applied_rank, applied_at, state)"
                    + " VALUES ('001', 'a', 1, now(), 'applied')");
            other.execute("LOCK TABLE pg_proc IN ACCESS EXCLUSIVE MODE");

            CompletableFuture<Plan> plan = CompletableFuture.supplyAsync(() -> planner.plan(folder.read()));
            while (!plan.isDone() && !administrator.ask(WAITS)) {
                Thread.onSpinWait();
            }
            other.execute("COMMIT");

            assertThat(plan.get().pending()).isEmpty();
        }
    }

    @Test
    void twoServicesShareADatabase() {
        Folder orders = new Folder(base.resolve("orders")).with("001_orders.sql", "CREATE TABLE orders ();");
        Folder billing = new Folder(base.resolve("billing")).with("001_bills.sql", "CREATE TABLE bills ();");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            assertThat(applied(connection, HistoryTable.DEFAULT, orders)).isEqualTo(1);
            assertThat(applied(connection, BILLING, billing)).isEqualTo(1);
            assertThat(connection.queryOne("SELECT count(*) FROM migrate.billing_status", row -> row.getInt(1)))
                    .hasValue(1);
        }
    }

    @Test
    void aHistoryWithAnotherNameIsNotStartedWhereTheFilesAreApplied() {
        Folder folder = new Folder(base).with("001_a.sql", "SELECT 1;").with("002_b.sql", "SELECT 2;");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            applied(connection, HistoryTable.DEFAULT, folder);

            assertThatThrownBy(() -> applied(connection, new HistoryTable("migrate", "schema_migration"), folder))
                    .isInstanceOfSatisfying(
                            HistoryException.class, e -> assertThat(e.reason()).isEqualTo(HistoryException.Reason.TWIN))
                    .hasMessageContaining("migrations/001_a.sql and 1 more");
            connection.execute("ALTER TABLE migrate.schema_migrations RENAME TO old");
            assertThatThrownBy(() -> applied(connection, HistoryTable.DEFAULT, folder))
                    .hasMessageContaining("migrate.old");
            assertThat(applied(connection, new HistoryTable("tenant", "schema_migrations", true), folder))
                    .isEqualTo(2);
        }
    }

    @Test
    void objectsBesideTheHistoryKeepTheDatabaseFromBeingTakenForEmpty() {
        Folder folder = new Folder(base).with("001_a.sql", "CREATE TABLE a ();");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("CREATE TABLE old (); CREATE TABLE ranks (applied_rank int, tool_version text)");

            assertThatThrownBy(() -> applied(connection, new HistoryTable("public", "history"), folder))
                    .isInstanceOf(DatabaseNotEmptyException.class)
                    .hasMessageContaining("table public.old, table public.ranks")
                    .hasMessageContaining("baselineVersion=001");
        }
    }

    @Test
    void whatTheFilesWouldMakeIsNotAnotherServices() {
        Folder orders = new Folder(base.resolve("orders")).with("001_orders.sql", "CREATE TABLE orders ();");
        Folder billing =
                new Folder(base.resolve("billing")).with("001_bills.sql", "CREATE TABLE IF NOT EXISTS bills ();");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            applied(connection, HistoryTable.DEFAULT, orders);
            connection.execute("CREATE TABLE bills ()");

            assertThatThrownBy(() -> applied(connection, BILLING, billing))
                    .isInstanceOf(DatabaseNotEmptyException.class)
                    .hasMessageContaining("found table public.bills.");
        }
    }

    /** Of the same name, but in a schema that the file does not mean. */
    @Test
    void tableOfAnotherSchemaIsAnotherServices() {
        Folder orders = new Folder(base.resolve("orders")).with("001_orders.sql", "CREATE TABLE orders ();");
        Folder billing = new Folder(base.resolve("billing"))
                .with("001_bills.sql", "CREATE TABLE bills (); CREATE TABLE shop.invoices ();");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            applied(connection, HistoryTable.DEFAULT, orders);
            connection.execute("CREATE SCHEMA shop; CREATE TABLE shop.bills (); CREATE TABLE invoices ()");

            assertThat(applied(connection, BILLING, billing)).isEqualTo(1);
            connection.execute("DROP TABLE migrate.billing CASCADE");
            assertThatThrownBy(() -> applied(connection, BILLING, billing))
                    .hasMessageContaining("found table public.bills, table shop.invoices.");
        }
    }

    @Test
    void historyOfTheSupabaseCliIsComparedOnceThereIsOneOfOurs() {
        Folder folder = new Folder(base).with("V1__a.sql", "SELECT 1;").with("V2__b.sql", "SELECT 2;");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            assertThat(applied(connection, HistoryTable.DEFAULT, folder)).isEqualTo(2);
            connection.execute("CREATE SCHEMA supabase_migrations; CREATE TABLE supabase_migrations.schema_migrations"
                    + " (version text PRIMARY KEY, statements text[], name text)");
            connection.execute("INSERT INTO supabase_migrations.schema_migrations VALUES ('1'), ('3')");
            folder.with("V3__c.sql", "SELECT 3;").with("V4__d.sql", "SELECT 4;").with("V4.1__e.sql", "SELECT 5;");
            Planner planner = new Planner(connection, HistoryTable.DEFAULT);

            Plan plan = planner.plan(folder.read());

            assertThat(plan.all())
                    .extracting(PlannedMigration::toString)
                    .containsExactly("1 a applied", "2 b applied", "3 c elsewhere", "4 d pending", "4.1 e pending");
            assertThat(plan.unknownToSupabase()).extracting(Migration::path).containsExactly("migrations/V2__b.sql");
            assertThat(planner.supabaseClashes(folder.read(), plan)).hasSize(1);
            Plan nothingPending = planner.plan(
                    folder.without("V4__d.sql").without("V4.1__e.sql").read());
            folder.with("V4__d.sql", "SELECT 4;").with("V4.1__e.sql", "SELECT 5;");
            assertThat(planner.supabaseClashes(folder.read(), nothingPending)).isEmpty();
            connection.execute("DROP SCHEMA supabase_migrations CASCADE");
            assertThat(planner.supabaseClashes(folder.read(), plan)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatFailedStandsInNobodysWayOnceItsFileIsGone(TestPostgres postgres) {
        Folder folder = new Folder(base).with("001_a.sql", "CREATE TABLE a ();").with("002_b.sql", "SELECT 1/0;");
        try (ServerConnection connection = postgres.connect()) {
            assertThat(applied(connection, HistoryTable.DEFAULT, folder)).isEqualTo(1);
            folder.without("002_b.sql").with("003_b.sql", "SELECT 1;");

            assertThat(new Planner(connection, HistoryTable.DEFAULT)
                            .plan(folder.read())
                            .objections(false))
                    .isEmpty();
            assertThat(applied(connection, HistoryTable.DEFAULT, folder)).isEqualTo(1);
        }
    }

    @Test
    void ofTwoFilesWithOneVersionTheAppliedOneIsTheOneWithItsText() {
        Folder folder = new Folder(base).with("001_b.sql", "SELECT 1;");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            applied(connection, HistoryTable.DEFAULT, folder);
            folder.with("001_a.sql", "SELECT 2;");

            assertThat(new Planner(connection, HistoryTable.DEFAULT)
                            .plan(folder.read())
                            .all())
                    .extracting(PlannedMigration::toString)
                    .containsExactly("001 a pending", "001 b applied");
        }
    }

    private static int applied(ServerConnection connection, HistoryTable table, Folder folder) {
        MigratorSettings usual = MigratorSettings.defaults("test");
        MigratorSettings settings = new MigratorSettings(
                table, null, false, usual.timeouts(), usual.lockWait(), usual.retry(), null, "test");
        return new Migrator(connection, settings, MigratorListener.NONE)
                .apply(folder.read())
                .applied()
                .size();
    }
}
