package dev.pgmigrate.proof.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which statements in bodies cannot run, as real servers say; each body is on its own line. */
class BodyProverTest {
    private static final String TABLES = """
        CREATE TABLE orders (id int PRIMARY KEY, total numeric, placed date, state text);
        CREATE TABLE items (order_id int, price numeric);
        CREATE TYPE size AS (width int, height int);
        CREATE DOMAIN money_amount AS numeric NOT NULL;
        """;

    /** A body, and what is said of it: the SQLSTATE and the text at the place of each problem. */
    private static Stream<Body> bodies() {
        return Stream.of(
                // An unknown column, wherever an expression or a statement stands.
                new Body("void", "BEGIN UPDATE orders SET totl = 1; END", "42703 totl"),
                new Body("int", "DECLARE n int; BEGIN SELECT nr INTO n FROM orders; RETURN n; END", "42703 nr"),
                new Body("bool", "BEGIN RETURN EXISTS (SELECT FROM orders WHERE nr = 1); END", "42703 nr"),
                new Body("void", "BEGIN PERFORM nr FROM orders; END", "42703 nr"),
                new Body("void", "DECLARE n int; BEGIN n := nr FROM orders; END", "42703 nr"),
                new Body("void", "BEGIN IF (SELECT nr FROM orders) > 1 THEN RETURN; END IF; END", "42703 nr"),
                new Body("void", "DECLARE n int := (SELECT max(nr) FROM orders); BEGIN END", "42703 nr"),
                new Body("void", "BEGIN RAISE NOTICE '%', (SELECT nr FROM orders); END", "42703 nr"),
                new Body("SETOF int", "BEGIN RETURN QUERY SELECT nr FROM orders; END", "42703 nr"),
                new Body("void", "BEGIN WHILE EXISTS (SELECT nr FROM orders) LOOP EXIT; END LOOP; END", "42703 nr"),
                new Body(
                        "void",
                        "DECLARE c CURSOR (a int) FOR SELECT nr FROM orders WHERE id = a; BEGIN END",
                        "42703 nr"),
                new Body(
                        "void",
                        "BEGIN EXECUTE 'SELECT $1' USING (SELECT nr FROM orders); END",
                        "42703 nr and dynamic SQL"),
                // A field of a record that its query does not have.
                new Body(
                        "void",
                        "DECLARE r record; BEGIN FOR r IN SELECT id FROM orders LOOP RAISE NOTICE '%', r.nr; END LOOP; END",
                        "42703 nr"),
                new Body(
                        "void",
                        "DECLARE r record; BEGIN SELECT * INTO r FROM orders; RAISE NOTICE '%', r.nr; END",
                        "42703 nr"),
                new Body("void", "DECLARE r orders%ROWTYPE; BEGIN r.nr := 1; END", "42703 nr"),
                new Body(
                        "void",
                        "DECLARE c CURSOR FOR SELECT id FROM orders; BEGIN FOR r IN c LOOP RAISE NOTICE '%', r.nr; END LOOP; END",
                        "42703 nr"),
                // Tables, functions and types that are not there.
                new Body("void", "BEGIN INSERT INTO order_log VALUES (1); END", "42P01 order_log"),
                new Body("void", "BEGIN PERFORM public.audit(1); END", "42883 audit"),
                new Body("void", "BEGIN PERFORM 'x'::mood; END", "42704 mood"),
                new Body("void", "DECLARE r order_log%ROWTYPE; BEGIN END", "42P01 order_log and its declarations"),
                // A name that is a column and a variable.
                new Body("TABLE (id int)", "BEGIN RETURN QUERY SELECT id FROM orders; END", "42702 id"),
                // What is no constraint of the table, and values of another type.
                new Body(
                        "void",
                        "BEGIN INSERT INTO orders VALUES (1) ON CONFLICT (state) DO NOTHING; END",
                        "42P10 INSERT INTO orders VALUES (1) ON CONFLICT (state) DO NOTHING"),
                new Body("void", "BEGIN UPDATE orders SET placed = true; END", "42804 placed"),
                // In handlers, loops and branches, however deep; the one statement and not those around it.
                new Body(
                        "void",
                        "BEGIN BEGIN NULL; EXCEPTION WHEN unique_violation THEN UPDATE orders SET nr = 1; END; END",
                        "42703 nr"),
                new Body(
                        "void",
                        "BEGIN FOR i IN 1..3 LOOP IF i > 1 THEN UPDATE orders SET total = i; ELSE DELETE FROM items WHERE nr = i; END IF; END LOOP; END",
                        "42703 nr"));
    }

    /** Bodies that run, and those of which that is not known, with the reason. */
    private static Stream<Body> others() {
        String record = "a record whose columns are not known";
        String made = "a table that is made as it runs";
        return Stream.of(
                new Body(
                        "void",
                        "DECLARE n orders.total%TYPE; r record; s size; BEGIN SELECT total INTO n FROM orders"
                                + " WHERE id = $1; s.width := n; SELECT o.id, i.price INTO r FROM orders o"
                                + " JOIN items i ON i.order_id = o.id; RAISE NOTICE '% % %', r.price, s.height, f.a; END",
                        ""),
                new Body(
                        "void",
                        "#variable_conflict use_column\nDECLARE id int; BEGIN UPDATE orders SET total = 1"
                                + " WHERE id = id; END",
                        ""),
                new Body(
                        "void",
                        "<<here>> DECLARE id int; BEGIN FOR i IN 1..2 LOOP NULL; END LOOP;"
                                + " UPDATE orders SET total = 1 WHERE orders.id = here.id; END",
                        ""),
                new Body(
                        "void",
                        "DECLARE x ALIAS FOR a; BEGIN UPDATE orders SET total = x; IF NOT FOUND THEN RETURN; END IF; END",
                        ""),
                new Body(
                        "void",
                        "BEGIN NULL; EXCEPTION WHEN OTHERS THEN RAISE NOTICE '% %', SQLSTATE, SQLERRM; END",
                        ""),
                new Body(
                        "void",
                        "DECLARE ids int[]; one int; BEGIN SELECT array_agg(id) INTO ids FROM orders;"
                                + " FOREACH one IN ARRAY ids LOOP ids[1] := one; END LOOP; END",
                        ""),
                new Body(
                        "void",
                        "DECLARE c CURSOR (n int) FOR SELECT id FROM orders WHERE id > n; r record; BEGIN OPEN c(1);"
                                + " FETCH c INTO r; RAISE NOTICE '%', r.id; CLOSE c; END",
                        ""),
                new Body(
                        "void",
                        "BEGIN CREATE TEMP TABLE picked AS SELECT id FROM orders; INSERT INTO picked VALUES (1); END",
                        made),
                new Body(
                        "void",
                        "BEGIN EXECUTE 'CREATE TEMP TABLE IF NOT EXISTS chosen (id int)'; DELETE FROM chosen; END",
                        made + ", dynamic SQL"),
                new Body(
                        "void",
                        "BEGIN INSERT INTO gone VALUES (1); EXCEPTION WHEN undefined_table THEN NULL; END",
                        "an error that a handler names"),
                new Body(
                        "void",
                        "BEGIN IF to_regclass('gone') IS NOT NULL THEN DELETE FROM gone; END IF; END",
                        "what depends on the catalog"),
                new Body(
                        "void",
                        "DECLARE r record; BEGIN EXECUTE 'SELECT 1 AS one' INTO r; RAISE NOTICE '%', r.one; END",
                        record + ", dynamic SQL"),
                new Body(
                        "void",
                        "DECLARE r record; BEGIN IF a > 1 THEN SELECT id INTO r FROM orders;"
                                + " ELSE SELECT price INTO r FROM items; END IF; RAISE NOTICE '%', r.id; END",
                        record),
                new Body(
                        "void",
                        "DECLARE r record; BEGIN INSERT INTO orders VALUES (1) RETURNING id, state INTO r;"
                                + " RAISE NOTICE '%', r.state; END",
                        record),
                new Body(
                        "void",
                        "DECLARE c refcursor; r record; BEGIN OPEN c FOR SELECT id FROM orders; FETCH c INTO r;"
                                + " RAISE NOTICE '%', r.id; CLOSE c; END",
                        record));
    }

    @Test
    void whatCannotRunIsFoundAtItsPlace() {
        Map<String, List<String>> told = new LinkedHashMap<>();
        Map<String, List<String>> expected = new LinkedHashMap<>();
        withTables(
                TestPostgres.of(18),
                connection -> bodies().forEach(broken -> {
                    expected.put(broken.body(), List.of(broken.told().split(" and ")));
                    told.put(broken.body(), told(connection, function("a int", broken.returns(), broken.body())));
                }));

        assertThat(told).isEqualTo(expected);
    }

    @Test
    void whatRunsIsNoProblemAndWhatIsNotKnownIsCounted() {
        Map<String, List<String>> told = new LinkedHashMap<>();
        Map<String, List<String>> expected = new LinkedHashMap<>();
        withTables(
                TestPostgres.of(18),
                connection -> others().forEach(other -> {
                    expected.put(other.body(), other.told().isEmpty() ? List.of() : List.of(other.told()));
                    told.put(other.body(), told(connection, function("a int", other.returns(), other.body())));
                }));

        assertThat(told).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aTriggersRowsAreThoseOfItsTables(TestPostgres on) {
        String sql = """
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
            BEGIN
                NEW.placed := now();
                IF TG_OP = 'UPDATE' AND OLD.state <> NEW.state THEN
                    INSERT INTO public.items SELECT o.id, o.total FROM changed o;
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER touch AFTER UPDATE ON orders REFERENCING NEW TABLE AS changed
                FOR EACH STATEMENT EXECUTE FUNCTION touch();
            CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN NEW.placed := now(); RETURN NEW; END $$;
            CREATE TRIGGER stamp BEFORE UPDATE ON items FOR EACH ROW EXECUTE FUNCTION stamp();
            """;

        withTables(on, connection -> assertThat(told(connection, sql)).containsExactly("42703 placed"));
    }

    /** What another migration does to the tables of a body is that migration's problem. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aBodyThatNoLongerWorksIsFound(TestPostgres on) {
        String sql = function("a int", "void", "BEGIN DELETE FROM items WHERE price = a; END")
                + "CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT max(order_id) FROM items';"
                + "CREATE FUNCTION h() RETURNS void LANGUAGE plpgsql AS 'BEGIN PERFORM g(); END';";
        SqlFile made = SqlFile.of(Path.of("f.sql"), "f.sql", sql);
        withTables(on, connection -> {
            connection.execute(sql);
            BodyProver prover = new BodyProver();
            prover.read(made);
            Routines before = Routines.read(connection);
            connection.execute(
                    "ALTER TABLE items RENAME COLUMN price TO paid; ALTER TABLE items DROP COLUMN order_id;");

            BodyProof proof = prover.prove(connection, before, Routines.read(connection), Set.of("items"));
            assertThat(proof.problems())
                    .extracting(problem -> problem.routine() + " " + text(problem))
                    .containsExactlyInAnyOrder("public.f(a integer) price", "public.g() order_id");

            connection.execute("ALTER TABLE items RENAME COLUMN paid TO price; DROP FUNCTION g();");
            Routines after = Routines.read(connection);
            assertThat(BodyProver.settled(proof.problems(), prover.left(connection, after)))
                    .allMatch(BodyProblem::mended);
            assertThat(prover.prove(connection, before, after, Set.of()).problems())
                    .extracting(BodyProblem::routine)
                    .containsExactly("public.h()");
        });
    }

    private static void withTables(TestPostgres on, Consumer<ServerConnection> work) {
        try (ServerConnection connection = ServerConnection.open(on.newDatabase())) {
            connection.execute(TABLES);
            work.accept(connection);
        }
    }

    /** Returns the SQLSTATE and the text at the place of each problem, and why something is not known. */
    private static List<String> told(ServerConnection connection, String sql) {
        SqlFile file = SqlFile.of(Path.of("f.sql"), "f.sql", sql);
        BodyProver prover = new BodyProver();
        prover.read(file);
        Routines none = Routines.read(connection);
        connection.execute("SET check_function_bodies = off; " + sql);
        BodyProof proof = prover.prove(connection, none, Routines.read(connection), Set.of());
        List<String> told = new ArrayList<>();
        proof.problems().forEach(problem -> told.add(problem.sqlState() + " " + text(problem)));
        proof.unproved().forEach(sentence -> told.add(sentence.replaceAll(".*not planned: |\\.$", "")));
        connection.execute("DROP FUNCTION IF EXISTS f");
        return told;
    }

    private static String text(BodyProblem problem) {
        BodyProblem.Place place = problem.place().orElseThrow();
        SourceRange range = place.range();
        return place.file().source().text(range);
    }

    private record Body(String returns, String body, String told) {}

    private static String function(String parameters, String returns, String body) {
        return "CREATE FUNCTION f(" + parameters + ") RETURNS " + returns + " LANGUAGE plpgsql AS $$\n" + body
                + "\n$$;\n";
    }
}
