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
            "json",
            "jsonb",
            "uuid");

    @Tag("server")
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void matrixSaysOfEveryPairWhatTheServerDoes(TestPostgres postgres) {
        int compared = 0;
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("SET timezone = 'Europe/Zurich'");
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
