package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.plan.RollbackTarget;
import dev.pgmigrate.server.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rolling back does. */
class RollbackTest extends RollbackFolder {
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
}
