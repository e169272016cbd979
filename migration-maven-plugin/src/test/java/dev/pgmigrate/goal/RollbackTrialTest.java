package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.plan.RollbackTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rollback is tried on a copy of what the database has, which is more than what the files make. */
class RollbackTrialTest extends RollbackFolder {
    @BeforeEach
    void tryFirst() {
        serverOrNull = version -> DisposablePostgres.start(TestPostgres.binaries(18));
        apply();
    }

    @Test
    void whatSomebodyMadeByHandStandsInTheWayOnTheCopyAlready() throws Exception {
        run("CREATE SCHEMA reports; CREATE VIEW reports.of_orders AS SELECT id FROM orders");
        migration(
                "003_orders.sql",
                "CREATE TABLE orders (id int);",
                "DROP TABLE IF EXISTS users_backup;\nDROP TABLE orders;");

        Result result = rollback(NEWEST, true);

        assertThat(result.failures())
                .extracting(failure -> failure.place() + " " + failure.message())
                .containsExactly(
                        "rollback/003_orders.sql:2:1 cannot drop table orders because other objects depend on it.");
        assertThat(result.notes())
                .contains("Tried on a copy of the schema, without its rows.", "Nothing was rolled back.");
        assertThat(ask("SELECT count(*)::text FROM migrate.migration_events WHERE kind = 'revert'"))
                .as("attempts in the database itself")
                .isEqualTo("0");
        assertThat(tables()).containsExactly("orders", "users");
    }

    @Test
    void whatRunsOnTheCopyIsRolledBack() throws Exception {
        run("CREATE ROLE reader_of_orders; GRANT SELECT ON orders TO reader_of_orders");
        try {
            assertThat(rollback(new RollbackTarget.Newest(2), true).failed()).isFalse();

            assertThat(plan).contains("Proved on a copy of the schema, without its rows: 2 rollbacks run.");
            assertThat(tables()).containsExactly("users");
        } finally {
            run("DROP OWNED BY reader_of_orders; DROP ROLE reader_of_orders");
        }
    }
}
