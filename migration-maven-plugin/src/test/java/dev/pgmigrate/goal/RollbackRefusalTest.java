package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.apply.plan.RollbackTarget;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not rolled back, and what is said of it. */
class RollbackRefusalTest extends RollbackFolder {
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
    void aRollbackThatIsNotUtf8IsNamedAndNotTakenForMissing() throws Exception {
        apply();
        Files.write(
                project.resolve("rollback/003_orders.sql"),
                "DROP TABLE orders; -- \u00e4".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(rollback(NEWEST, true).failures())
                .extracting(failure -> failure.place() + " " + failure.message())
                .contains(
                        "rollback/003_orders.sql:1:23 The file is not UTF-8: byte 0xE4 at offset 22 does not belong there.");
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
}
