package dev.pgmigrate.proof.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A state of which only what changed was read again is the one that reading all of it gives. */
class DatabaseStateTest {
    private static final List<String> CHANGES = List.of(
            "CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'x' CHECK (a <> ''), b int UNIQUE)",
            "CREATE TABLE u (id int GENERATED ALWAYS AS IDENTITY, t_id int REFERENCES t (id))",
            "CREATE VIEW v AS SELECT a FROM t",
            "CREATE MATERIALIZED VIEW m AS SELECT b FROM t; CREATE INDEX m_b ON m (b)",
            "CREATE SEQUENCE s OWNED BY t.b",
            "COMMENT ON COLUMN t.a IS 'one'; COMMENT ON TABLE u IS 'two'",
            "CREATE ROLE proof_state_role",
            "GRANT SELECT ON t TO proof_state_role",
            "GRANT UPDATE (a) ON t TO proof_state_role; GRANT USAGE ON SEQUENCE s TO proof_state_role",
            "DO $$ BEGIN BEGIN REVOKE SELECT ON t FROM proof_state_role; EXCEPTION WHEN unique_violation THEN END; END $$",
            "CREATE TYPE pair AS (x int, y t); CREATE TYPE mood AS ENUM ('a'); CREATE DOMAIN d AS int CHECK (VALUE > 0)",
            "ALTER TYPE pair ADD ATTRIBUTE z mood",
            "ALTER DOMAIN d ADD CONSTRAINT small CHECK (VALUE < 9) NOT VALID",
            "CREATE FUNCTION f(p pair) RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
            "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g(); ALTER TABLE t DISABLE TRIGGER tr",
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t TO proof_state_role USING (id > 0)",
            "CREATE RULE r AS ON DELETE TO u DO INSTEAD NOTHING",
            "CREATE STATISTICS st ON a, b FROM t",
            "CREATE TABLE parted (k int, v text) PARTITION BY LIST (k); CREATE TABLE one (k int, v text)",
            "ALTER TABLE parted ATTACH PARTITION one FOR VALUES IN (1)",
            "CREATE INDEX parted_k ON parted (k)",
            "CREATE PUBLICATION pub FOR TABLE t",
            "CREATE SCHEMA other; ALTER TABLE u SET SCHEMA other",
            "ALTER TABLE t RENAME COLUMN a TO aa",
            "ALTER TABLE t RENAME TO tt",
            "ALTER TYPE mood RENAME TO feeling",
            "ALTER SCHEMA other RENAME TO others",
            "ALTER TABLE tt OWNER TO proof_state_role",
            "ALTER ROLE proof_state_role RENAME TO proof_state_renamed",
            "ALTER INDEX m_b RENAME TO m_bb",
            "ALTER TABLE tt DROP CONSTRAINT t_b_key",
            "DROP FUNCTION f",
            "ALTER TABLE parted DETACH PARTITION one",
            "DROP TABLE parted; DROP VIEW v",
            "DROP SCHEMA others CASCADE",
            "DROP PUBLICATION pub; DROP OWNED BY proof_state_renamed CASCADE; DROP ROLE proof_state_renamed");

    /** On a server of its own, since its roles would be seen by others. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readingWhatChangedIsAsGoodAsReadingAll(int version) {
        try (DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(version));
                ServerConnection connection = ServerConnection.open(server.createDatabase("state"))) {
            DatabaseState state = DatabaseState.read(connection);
            int inPart = 0;
            for (String change : CHANGES) {
                Touched.prepare(connection);
                connection.execute("BEGIN; " + change);
                Touched touched = Touched.ofTransaction(connection);
                DatabaseState within =
                        connection.ours().reading(() -> DatabaseState.read(connection, touched.altered()));
                connection.execute("COMMIT");
                DatabaseState whole = DatabaseState.read(connection);

                assertThat(touched.catalog()).as(change).isTrue();
                assertThat(whole.changesTo(within)).as("seen within: " + change).isEmpty();
                assertThat(state.changesTo(within))
                        .as("found within: " + change)
                        .isNotEmpty();
                Optional<DatabaseState> merged = state.with(DatabaseState.read(connection, touched.altered()));
                inPart += merged.isPresent() ? 1 : 0;
                state = merged.orElse(whole);
                assertThat(state.changesTo(whole)).as("merged after: " + change).isEmpty();
                assertThat(whole.changesTo(state)).as("merged after: " + change).isEmpty();
            }
            assertThat(inPart).as("changes after which not all is read").isGreaterThan(CHANGES.size() / 2);
        }
    }
}
