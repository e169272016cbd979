package dev.pgmigrate.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptRunnerTest {
    @TempDir
    private Path base;

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void sendsEveryStatementAsItIsWritten(TestPostgres postgres) {
        SqlFile file = file("""
                -- a comment; with a semicolon
                CREATE TABLE t (id int, "q?" jsonb, braces text DEFAULT '{fn now()}');
                CREATE RULE r AS ON DELETE TO t DO ALSO (SELECT 1; SELECT 2);
                COPY t (id, braces) FROM stdin;
                1\tone; two
                2\t\\N
                \\.
                CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
                CREATE FUNCTION g() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;
                INSERT INTO t VALUES (3, '{"a": 1}', E'it''s');
                SELECT "q?" ? 'a' FROM t
                """);
        try (ServerConnection connection = postgres.connect()) {
            new ScriptRunner(connection).run(file);

            assertThat(connection.query(
                            "SELECT id || ':' || coalesce(braces, '') FROM t ORDER BY id", row -> row.getString(1)))
                    .containsExactly("1:one; two", "2:", "3:it's");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'SELECT 1;\n\n  SELECT\n  nix;', 4:3, 42703",
        "'/* 😀 */ SELECT ''😀'', nix;', 1:21, 42703",
        "'CREATE TABLE t (id int);\n/* c */ CREATE TABLE t (id int);', 2:9, 42P07",
        "'SELECT 1 /* a */ /* 😀 */ + nix -- b', 1:28, 42703",
    })
    void pointsToThePlaceInTheFile(String sql, String position, String state) {
        SqlFile file = file(sql);
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            StatementFailedException failure =
                    catchThrowableOfType(StatementFailedException.class, () -> new ScriptRunner(connection).run(file));

            assertThat(failure.position()).hasToString(position);
            assertThat(failure.error().sqlState()).isEqualTo(state);
        }
    }

    private SqlFile file(String sql) {
        return new Folder(base).with("001_a.sql", sql).only().sql();
    }
}
