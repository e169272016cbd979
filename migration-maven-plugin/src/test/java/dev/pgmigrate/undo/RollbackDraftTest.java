package dev.pgmigrate.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.schema.NameMatching;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A draft without marks restores the catalog, as a real server has it. */
class RollbackDraftTest {
    private static final String EARLIER = """
        CREATE TYPE mood AS ENUM ('sad', 'ok');
        CREATE TABLE users (id int PRIMARY KEY, name text DEFAULT 'nobody', age int NOT NULL, feels mood,
                            CONSTRAINT grown CHECK (age > 0));
        COMMENT ON TABLE users IS 'who''s here';
        CREATE FUNCTION twice(x int, OUT y int) LANGUAGE sql AS 'SELECT 2 * x';
        CREATE FUNCTION twice(x text) RETURNS text LANGUAGE sql AS $$ SELECT x || x $$;
        CREATE VIEW names AS SELECT id, name FROM users;
        ALTER TABLE users ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON users USING (id = 1);
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
        CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE INDEX by_name ON users (name);
        CREATE SCHEMA other;
        CREATE TABLE other."Odd Table" ("Odd" int);
        CREATE TABLE "select" ("from" int);
        CREATE TABLE wholes (id int PRIMARY KEY);
        CREATE TABLE parts (id int PRIMARY KEY, code text UNIQUE, whole int REFERENCES wholes ON DELETE CASCADE);
        ALTER TABLE parts FORCE ROW LEVEL SECURITY;
        CREATE POLICY seen ON parts FOR SELECT USING (id = 1);
        ALTER POLICY seen ON parts TO pg_monitor USING (id = 2);
        CREATE FUNCTION said() RETURNS int LANGUAGE sql AS 'SELECT 1';
        COMMENT ON FUNCTION said() IS 'what was said';
        GRANT EXECUTE ON FUNCTION said() TO pg_monitor;
        CREATE VIEW labelled AS SELECT id, code FROM parts;
        COMMENT ON VIEW labelled IS 'with labels';
        GRANT SELECT ON labelled TO pg_monitor;
        """;

    private static final List<String> UNDOABLE = List.of(
            "CREATE TABLE a (id int PRIMARY KEY, u int REFERENCES users); CREATE INDEX ON a (u); INSERT INTO a VALUES (1);"
                    + "COMMENT ON TABLE a IS 'x'; CREATE POLICY p ON a USING (true); GRANT SELECT ON a TO public;",
            "CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY KEY REFERENCES a);"
                    + "ALTER TABLE a ADD CONSTRAINT to_b FOREIGN KEY (b) REFERENCES b;",
            "CREATE TYPE t AS ENUM ('x'); CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE TABLE a (t t, d d);"
                    + "CREATE SEQUENCE s; CREATE SCHEMA more; CREATE VIEW more.v AS SELECT * FROM a;",
            "ALTER TABLE users ADD COLUMN IF NOT EXISTS email text, ADD COLUMN \"Odd name\" int;"
                    + "ALTER TABLE other.\"Odd Table\" ADD CHECK (\"Odd\" > 0);",
            "ALTER TABLE users ALTER name SET DEFAULT 'x', ALTER age DROP NOT NULL, ALTER feels SET NOT NULL,"
                    + " ALTER age SET DEFAULT 3;",
            "ALTER TABLE users ALTER name DROP DEFAULT; ALTER TABLE users DROP CONSTRAINT grown;",
            "ALTER TABLE users ALTER age TYPE bigint; ALTER TABLE users DISABLE ROW LEVEL SECURITY;"
                    + "ALTER TABLE users FORCE ROW LEVEL SECURITY;",
            "CREATE OR REPLACE FUNCTION twice(x int, OUT y int) LANGUAGE sql AS 'SELECT 3 * x';"
                    + "CREATE OR REPLACE FUNCTION twice(x text) RETURNS text LANGUAGE sql AS 'SELECT x';",
            "CREATE FUNCTION twice(numeric, VARIADIC n int[]) RETURNS int LANGUAGE sql AS 'SELECT 1';"
                    + "CREATE PROCEDURE work(a int) LANGUAGE sql AS 'SELECT 1';",
            "DROP FUNCTION twice(text); DROP VIEW IF EXISTS names; DROP INDEX by_name;",
            "CREATE OR REPLACE VIEW names AS SELECT id, name, age FROM users;",
            "DROP POLICY IF EXISTS own ON users; CREATE POLICY own ON users FOR SELECT USING (true);"
                    + "DROP POLICY IF EXISTS never ON users;",
            "ALTER POLICY own ON users USING (id = 2);",
            "DROP TRIGGER touched ON users; CREATE TRIGGER touched AFTER INSERT ON users EXECUTE FUNCTION touch();",
            "COMMENT ON TABLE users IS E'new\\n'; COMMENT ON COLUMN users.age IS 'y''ears'; COMMENT ON TABLE users IS NULL;",
            "ALTER TABLE users RENAME TO people; ALTER TABLE people RENAME name TO label; ALTER INDEX by_name RENAME TO i;"
                    + "ALTER FUNCTION twice(text) RENAME TO double; ALTER TYPE mood RENAME VALUE 'sad' TO 'down';",
            "ALTER TABLE users RENAME CONSTRAINT grown TO adult; ALTER TRIGGER touched ON users RENAME TO t;",
            "GRANT SELECT, UPDATE (name) ON users TO public; GRANT USAGE ON SCHEMA other TO public;",
            "DO $$ BEGIN CREATE TYPE lazy AS ENUM ('z'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
                    + "CREATE TABLE IF NOT EXISTS users (id int); CREATE INDEX IF NOT EXISTS by_name ON users (age);",
            "SET lock_timeout = '1s'; CREATE TABLE a (); ANALYZE users;",
            "CREATE MATERIALIZED VIEW m AS SELECT 1 AS one; CREATE UNIQUE INDEX ON m (one); REFRESH MATERIALIZED VIEW m;",
            "CREATE TABLE p (x int) PARTITION BY RANGE (x); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);",
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
                    + "CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE FUNCTION g(int) RETURNS bool LANGUAGE sql"
                    + " AS 'SELECT true'; CREATE TRIGGER t BEFORE INSERT ON a EXECUTE FUNCTION f();"
                    + "CREATE POLICY p ON b USING (g(id)); ALTER TABLE b ADD CHECK (g(id)); CREATE INDEX ON b (id);",
            "ALTER TABLE \"select\" ADD COLUMN \"order\" int; COMMENT ON COLUMN \"select\".\"order\" IS 'x';",
            "ALTER TABLE users SET SCHEMA other; ALTER FUNCTION twice(text) SET SCHEMA other; ALTER TYPE mood SET SCHEMA other;",
            "ALTER TABLE users RENAME TO people; ALTER TABLE people RENAME name TO label;"
                    + "DROP POLICY own ON people; DROP TRIGGER touched ON people;"
                    + "ALTER TABLE people DROP CONSTRAINT users_pkey; ALTER TABLE people ALTER label DROP DEFAULT;"
                    + "ALTER TABLE people ALTER age TYPE bigint;",
            "ALTER TABLE parts DROP CONSTRAINT parts_whole_fkey, DROP CONSTRAINT parts_pkey, DROP CONSTRAINT parts_code_key;"
                    + "ALTER TABLE parts ADD PRIMARY KEY (code);",
            "DROP FUNCTION said; DROP VIEW labelled;",
            "ALTER POLICY seen ON parts USING (false); DROP POLICY seen ON parts;",
            "ALTER TABLE parts NO FORCE ROW LEVEL SECURITY; ALTER FUNCTION said() STABLE; SELECT 1;",
            "CREATE OR REPLACE VIEW labelled AS SELECT id, code FROM parts WHERE id > 1;"
                    + "ALTER DEFAULT PRIVILEGES IN SCHEMA other GRANT SELECT ON TABLES TO public;",
            "CREATE EXTENSION IF NOT EXISTS pgcrypto; CREATE PUBLICATION pub FOR TABLE users;"
                    + "CREATE STATISTICS st ON id, age FROM users; CREATE COLLATION c FROM \"C\";");

    @TempDir
    private Path base;

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void restoresTheCatalog(TestPostgres postgres) {
        try (ServerConnection connection = ServerConnection.open(postgres.newDatabase())) {
            run(connection, EARLIER);
            SchemaSnapshot before = SchemaSnapshot.read(connection);
            for (String sql : UNDOABLE) {
                RollbackDraft draft = draft(sql);
                assertThat(draft.decisions()).as(draft.sql()).isZero();

                connection.execute("BEGIN");
                run(connection, sql);
                run(connection, draft.sql());

                assertThat(before.differences(SchemaSnapshot.read(connection), NameMatching.BY_NAME))
                        .as(sql + " undone by " + draft.sql())
                        .isEmpty();
                connection.execute("ROLLBACK");
            }
        }
    }

    @Test
    void marksWhatAPersonDecides() {
        RollbackDraft draft = draft("""
            UPDATE users SET name = 'x';
            ALTER TABLE users DROP COLUMN age;
            DROP TABLE other."Odd Table";
            ALTER TYPE mood ADD VALUE 'great';
            ALTER TABLE users ADD COLUMN email text;
            """);

        assertThat(draft.sql().lines())
                .containsExactly(
                        "ALTER TABLE IF EXISTS users DROP COLUMN IF EXISTS email;",
                        "-- DECIDE: line 4, ALTER TYPE mood ADD VALUE '…', adds a label, which PostgreSQL cannot take"
                                + " away again.",
                        "-- DECIDE: line 3, DROP TABLE other.\"Odd Table\", takes away other.Odd Table with its rows.",
                        "-- DECIDE: Column age of users is gone with its values; it was int.",
                        "-- DECIDE: line 1, UPDATE users SET name = '…', changes rows, and what they were is in no file.");
        assertThat(draft.decisions()).isEqualTo(4);
    }

    @Test
    void bringsNothingBackThatNamesAColumnByItsOldName() {
        RollbackDraft draft = draft("""
            ALTER TABLE users RENAME name TO label;
            DROP INDEX by_name;
            DROP VIEW names;
            """);

        assertThat(draft.sql().lines())
                .containsExactly(
                        "-- DECIDE: line 3, DROP VIEW names, drops what no file shows.",
                        "-- DECIDE: line 2, DROP INDEX by_name, drops what no file shows.",
                        "ALTER TABLE IF EXISTS users RENAME COLUMN label TO name;");
        assertThat(draft.unseen()).isEqualTo(2);
    }

    @Test
    void keepsACommentACommentWhateverTheStatementHolds() {
        assertThat(draft("UPDATE users\nSET name = '\n; DROP TABLE users; --';")
                        .sql()
                        .lines())
                .singleElement()
                .asString()
                .startsWith(RollbackDraft.MARK);
    }

    private RollbackDraft draft(String sql) {
        List<Migration> all = new Folder(base)
                .with("001_earlier.sql", EARLIER)
                .with("002_it.sql", sql)
                .read()
                .all();
        RollbackDrafts drafts = new RollbackDrafts(List.of("public"));
        drafts.pass(all.get(0).sql());
        return drafts.next(all.get(1).sql());
    }

    private static void run(ServerConnection connection, String sql) {
        new ScriptRunner(connection).run(SqlFile.of(Path.of("x.sql"), "x.sql", sql));
    }
}
