package dev.pgmigrate.proof.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which rows are made up for which tables, and that they can be taken away again. */
class MadeUpRowsTest {
    private static final String ANY_TABLE = "pg_class";

    private final MadeUpRows rows = MadeUpRows.except(Set.of("own"));

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void theyShowWhatColumnsTake(TestPostgres postgres) {
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("""
                CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy', 'glad');
                CREATE TABLE parent (id int PRIMARY KEY, name varchar(10) NOT NULL UNIQUE, mood mood);
                CREATE TABLE child (id uuid PRIMARY KEY, parent_id int NOT NULL REFERENCES parent (id), note text)""");
            rows.fill(connection, "ALTER TABLE child");

            assertThat(count(connection, "parent WHERE mood IS NULL")).isPositive();
            assertThat(count(connection, "parent WHERE length(name) > 10")).isZero();
            assertThat(count(connection, "(SELECT DISTINCT mood FROM parent WHERE mood IS NOT NULL) p"))
                    .isEqualTo(4);
            assertThat(count(connection, "child WHERE note IS NULL")).isPositive();
            assertThat(count(connection, "child WHERE note = ''") + count(connection, "child WHERE length(note) = 300"))
                    .isPositive();
            assertThat(count(connection, "(SELECT note FROM child GROUP BY 1 HAVING count(*) > 1) c"))
                    .isPositive();
        }
    }

    /** Each table is one that plain values would not get into. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void theyGetIntoTablesThatLimitTheirRows(TestPostgres postgres) {
        List<String> tables = List.of(
                "kind text NOT NULL CHECK (kind IN ('a', 'it''s'))",
                "price numeric(8, 2) NOT NULL CHECK (price > 10), rate int NOT NULL CHECK (rate BETWEEN 5 AND 7)",
                "code text NOT NULL CHECK (length(code) = 3) CHECK (code = upper(code))",
                "since date NOT NULL, until date NOT NULL, CHECK (since < until)",
                "email text NOT NULL UNIQUE CHECK (email ~ '^[^@]+@[^@]+\\.[a-z]+$')",
                "at timestamptz NOT NULL, span tstzrange NOT NULL, tags text[] NOT NULL, data jsonb NOT NULL, b bytea NOT NULL",
                "id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, twice int GENERATED ALWAYS AS (1) STORED",
                "id serial PRIMARY KEY, parent int REFERENCES %s (id)",
                "p pair NOT NULL, c char(2) NOT NULL, f float NOT NULL, i interval NOT NULL, n inet NOT NULL, t time NOT NULL",
                "d positive NOT NULL, s short NOT NULL",
                "during int4range NOT NULL, EXCLUDE USING gist (during WITH &&)",
                "\"Odd \"\"name\" text NOT NULL, \"select\" int NOT NULL CHECK (\"select\" % 2 = 1)");
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("CREATE TYPE pair AS (a int, b text); CREATE DOMAIN positive AS int CHECK (VALUE > 0);"
                    + " CREATE DOMAIN short AS varchar(5) CHECK (VALUE <> '')");
            for (int i = 0; i < tables.size(); i++) {
                connection.execute("CREATE TABLE t" + i + " (" + tables.get(i).replace("%s", "t" + i) + ")");
            }
            connection.execute("""
                CREATE TABLE parted (day date NOT NULL, v int, PRIMARY KEY (day)) PARTITION BY RANGE (day);
                CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')""");
            rows.fill(connection, ANY_TABLE);

            for (int i = 0; i < tables.size(); i++) {
                assertThat(count(connection, "t" + i)).as(tables.get(i)).isPositive();
            }
            assertThat(count(connection, "parted")).isPositive();
            assertThat(connection.inTransaction()).isFalse();
        }
    }

    @Test
    void whatTriggersAndConstraintsRefuseIsLeftOut() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute(
                    """
                CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''never''; END';
                CREATE TABLE guarded (id int);
                CREATE TRIGGER never BEFORE INSERT ON guarded FOR EACH ROW EXECUTE FUNCTION never();
                CREATE TABLE impossible (id int NOT NULL CHECK (id > 1 AND id < 1));
                CREATE TABLE orphan (id int PRIMARY KEY, other int NOT NULL REFERENCES impossible2 (id));
                CREATE TABLE own (id int); CREATE TABLE full_ (id int); INSERT INTO full_ VALUES (1);
                CREATE TABLE hidden (id int); ALTER TABLE hidden ENABLE ROW LEVEL SECURITY; CREATE TABLE other (id int)""".replace(
                                    "CREATE TABLE orphan",
                                    "CREATE TABLE impossible2 (id int PRIMARY KEY CHECK (id < 0 AND id > 0)); CREATE TABLE orphan"));
            rows.fill(connection, "guarded impossible orphan own full_ hidden");

            for (String empty : List.of("guarded", "impossible", "orphan", "own", "other")) {
                assertThat(count(connection, empty)).as(empty).isZero();
            }
            assertThat(count(connection, "full_")).isEqualTo(1);
            assertThat(count(connection, "hidden")).isPositive();
        }
    }

    /** Whether the rows are there decides whether a migration fails, so nothing else may go with them, and all of them. */
    @Test
    void onlyTheyAreTakenAway() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("""
                CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
                CREATE TABLE own (a int REFERENCES a); CREATE TABLE mixed (id int);
                CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''never''; END';
                CREATE TRIGGER never BEFORE DELETE ON a FOR EACH ROW EXECUTE FUNCTION never()""");
            rows.fill(connection, "a b own mixed");
            connection.execute(
                    "BEGIN; INSERT INTO mixed VALUES (-1); INSERT INTO own SELECT id FROM a; INSERT INTO own VALUES (NULL)");
            List<Long> touched = connection.query(
                    "SELECT oid FROM pg_class WHERE relname IN ('mixed', 'own')", row -> row.getLong(1));
            rows.written(connection, touched);
            connection.execute("COMMIT");
            long mixed = count(connection, "mixed");

            assertThat(rows.remove(connection, "the table a")).isTrue();

            assertThat(count(connection, "a") + count(connection, "b")).isZero();
            assertThat(count(connection, "own")).isEqualTo(1);
            assertThat(count(connection, "mixed")).isEqualTo(mixed);
            assertThat(rows.remove(connection, "mixed")).isFalse();
            rows.fill(connection, "a");
            assertThat(count(connection, "a")).isPositive();
        }
    }

    @Test
    void aTableGetsMoreWhenItHasMoreColumns() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("CREATE TABLE t (id int)");
            rows.fill(connection, "t");
            long before = count(connection, "t");
            rows.fill(connection, "t");
            assertThat(count(connection, "t")).isEqualTo(before);

            connection.execute("ALTER TABLE t ADD COLUMN mail text");
            rows.fill(connection, "t");

            assertThat(count(connection, "t WHERE mail IS NOT NULL")).isPositive();
            assertThat(rows.tables()).containsExactly("public.t");
        }
    }

    private static long count(ServerConnection connection, String from) {
        return connection
                .queryOne("SELECT count(*) FROM " + from, row -> row.getLong(1))
                .orElseThrow();
    }
}
