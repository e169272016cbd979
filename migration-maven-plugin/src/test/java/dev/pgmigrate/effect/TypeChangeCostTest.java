package dev.pgmigrate.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.parser.SqlParser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the matrix of type changes against real servers: did the table get a new file? */
class TypeChangeCostTest {
    private static final List<String> TYPES = List.of(
            "int",
            "bigint",
            "text",
            "varchar",
            "varchar(10)",
            "varchar(20)",
            "char(10)",
            "char(20)",
            "numeric",
            "numeric(10,2)",
            "numeric(12,2)",
            "numeric(12,4)",
            "timestamp",
            "timestamp(3)",
            "timestamp(6)",
            "timestamptz",
            "timestamptz(3)",
            "interval",
            "interval(3)",
            "varbit(8)",
            "varbit(16)",
            "varbit",
            "inet",
            "cidr",
            "date",
            "time",
            "time(3)",
            "time(5)",
            "timetz",
            "timetz(2)",
            "oid",
            "citext",
            "json",
            "jsonb",
            "uuid");

    @Tag("server")
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void matrixSaysOfEveryPairWhatTheServerDoes(TestPostgres postgres) {
        int compared = 0;
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("SET timezone = 'Europe/Zurich'; CREATE EXTENSION IF NOT EXISTS citext");
            for (String from : TYPES) {
                for (String to : TYPES) {
                    connection.execute("DROP TABLE IF EXISTS t; CREATE TABLE t (c " + from + ")");
                    long before = file(connection);
                    boolean converts = connection
                                    .queryOne(
                                            "SELECT count(*) FROM pg_cast WHERE castsource = ?::regtype AND casttarget"
                                                    + " = ?::regtype AND castcontext IN ('a', 'i')",
                                            row -> row.getInt(1),
                                            plain(from),
                                            plain(to))
                                    .orElse(0)
                            > 0;
                    if (!converts && !plain(from).equals(plain(to))) {
                        continue;
                    }
                    connection.execute("ALTER TABLE t ALTER COLUMN c TYPE " + to);
                    boolean rewritten = file(connection) != before;
                    assertThat(TypeChangeCost.of(type(from), type(to)) != TypeChangeCost.Verdict.SAFE)
                            .as(postgres + ": " + from + " to " + to + " rewrites")
                            .isEqualTo(rewritten);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void indexIsBuiltAnewForItsExpressionItsPredicateAndItsCollation(TestPostgres postgres) {
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("DROP TABLE IF EXISTS t; CREATE TABLE t (c varchar(5));"
                    + " CREATE INDEX plain ON t (c); CREATE INDEX lowered ON t (lower(c));"
                    + " CREATE INDEX part ON t ((1)) WHERE c IS NOT NULL");
            assertThat(rebuilt(connection, "varchar(10)")).containsExactly("lowered", "part");
            assertThat(rebuilt(connection, "varchar(10) COLLATE \"C\"")).containsExactly("lowered", "part", "plain");
        }
    }

    /** Each index is made again under its name; one that still fits keeps its file. */
    private static List<String> rebuilt(ServerConnection connection, String type) {
        connection.execute("DROP TABLE IF EXISTS files; CREATE TABLE files AS"
                + " SELECT indexrelid::regclass::text AS name, pg_relation_filenode(indexrelid) AS file FROM pg_index"
                + " WHERE indrelid = 't'::regclass");
        connection.execute("ALTER TABLE t ALTER COLUMN c TYPE " + type);
        return connection.query(
                "SELECT name FROM files WHERE pg_relation_filenode(name::regclass) <> file ORDER BY 1",
                row -> row.getString(1));
    }

    private static String plain(String type) {
        return type.replaceAll("\\(.*\\)", "");
    }

    private static long file(ServerConnection connection) {
        return connection
                .queryOne("SELECT pg_relation_filenode('t')", row -> row.getLong(1))
                .orElseThrow();
    }

    private static ColumnType type(String text) {
        CreateTable create = (CreateTable) SqlParser.parse(SourceText.of("create table t (c " + text + ")"))
                .statements()
                .get(0);
        return ColumnType.of(Objects.requireNonNull(create.columns().get(0).type()));
    }
}
