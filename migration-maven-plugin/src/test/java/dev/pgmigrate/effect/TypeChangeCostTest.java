package dev.pgmigrate.effect;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.AlterTableAction.AlterColumnType;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.parser.SqlParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the verdict on changes of a column's type against real servers: did the table get a new file, was it read? The build tries
 * types of a kind with each other, {@code -Dlaw.files=.+} each with each.
 */
class TypeChangeCostTest {
    private static final boolean ALL = System.getProperty("law.files") != null;

    private static final List<String> TIMES = List.of(
            "timestamp",
            "timestamp(3)",
            "timestamp(6)",
            "timestamptz",
            "timestamptz(3)",
            "date",
            "time",
            "time(3)",
            "time(5)",
            "timetz",
            "timetz(2)",
            "interval",
            "interval(3)");

    private static final List<List<String>> GROUPS = List.of(
            TIMES,
            List.of(
                    "text",
                    "varchar",
                    "varchar(10)",
                    "varchar(20)",
                    "bpchar",
                    "char(10)",
                    "char(20)",
                    "\"char\"",
                    "name",
                    "citext",
                    "any_text",
                    "short_text",
                    "some_text",
                    "known_text",
                    "any_of_any",
                    "json",
                    "xml"),
            List.of(
                    "int2",
                    "int",
                    "bigint",
                    "oid",
                    "float4",
                    "float8",
                    "money",
                    "bool",
                    "numeric",
                    "numeric(10)",
                    "numeric(10,2)",
                    "numeric(12,2)",
                    "numeric(12,4)"),
            List.of("int[]", "bigint[]", "text[]", "varchar[]", "varchar(10)[]", "varchar(20)[]"),
            List.of("bit", "bit(8)", "varbit(8)", "varbit(16)", "varbit"),
            List.of("inet", "cidr"),
            List.of("json", "jsonb", "xml", "uuid", "bytea"));

    private static final String DOMAINS = """
        CREATE DOMAIN any_text AS text;
        CREATE DOMAIN short_text AS varchar(10);
        CREATE DOMAIN some_text AS text CHECK (value <> '');
        CREATE DOMAIN known_text AS text NOT NULL;
        CREATE DOMAIN any_of_any AS any_text;
        """;

    /** Tries each pair and takes it back; what the server says of it at DEBUG1 arrives in between. */
    private static final String TRIAL = """
        CREATE FUNCTION try_changes(types text[]) RETURNS TABLE (pair text, verdict text) LANGUAGE plpgsql AS $$
        DECLARE
            source text;
            target text;
            before oid;
        BEGIN
            FOREACH source IN ARRAY types LOOP
                EXECUTE format('CREATE TABLE t (c %s CONSTRAINT t_check CHECK (c IS NOT NULL))', source);
                before := pg_relation_filenode('t');
                FOREACH target IN ARRAY types LOOP
                    pair := source || ' to ' || target;
                    BEGIN
                        RAISE DEBUG 'trying %', pair;
                        EXECUTE format('ALTER TABLE t ALTER COLUMN c TYPE %s', target);
                        verdict := CASE WHEN pg_relation_filenode('t') = before THEN 'verifying' ELSE 'rewriting' END;
                        RAISE EXCEPTION USING ERRCODE = 'TAKEN';
                    EXCEPTION
                        WHEN SQLSTATE 'TAKEN' THEN RETURN NEXT;
                        WHEN datatype_mismatch OR cannot_coerce THEN NULL;
                    END;
                END LOOP;
                DROP TABLE t;
            END LOOP;
        END
        $$
        """;

    private final Schema schema = schema();

    @Tag("server")
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void saysOfEveryPairWhatTheServerDoes(TestPostgres postgres) {
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("CREATE EXTENSION IF NOT EXISTS citext;" + DOMAINS + TRIAL);
            for (List<String> types : ALL ? List.of(all()) : GROUPS) {
                compare(types, "UTC", connection);
            }
            compare(ALL ? all() : TIMES, "Europe/Zurich", connection);
        }
    }

    private static List<String> all() {
        return GROUPS.stream().flatMap(List::stream).distinct().toList();
    }

    private void compare(List<String> types, String zone, ServerConnection connection) {
        List<String> said = new ArrayList<>();
        connection.onNotice(notice -> said.add(notice.message()));
        connection.execute("SET timezone = '" + zone + "'; SET client_min_messages = debug1");
        Map<String, String> verdicts = connection
                .query(
                        "SELECT pair, verdict FROM try_changes(string_to_array(?, ';'))",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        String.join(";", types))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        connection.onNotice(null);
        assertThat(verdicts).hasSizeGreaterThan(types.size());
        assertThat(said(said, verdicts)).isEqualTo(verdicts);
        boolean utc = zone.equals("UTC");
        assertThat(verdicts.keySet().stream().filter(pair -> !verdict(pair, utc).equals(verdicts.get(pair))))
                .as("what the server does otherwise at %s", zone)
                .isEmpty();
    }

    /** What the check on the column makes of a change that rewrites nothing is that all rows are read. */
    private String verdict(String pair, boolean utc) {
        int to = pair.indexOf(" to ");
        TypeChangeCost.Verdict verdict =
                TypeChangeCost.of(type(pair.substring(0, to)), type(pair.substring(to + 4)), schema);
        boolean safe = verdict == TypeChangeCost.Verdict.SAFE || (utc && verdict == TypeChangeCost.Verdict.SAFE_IN_UTC);
        return safe ? "verifying" : "rewriting";
    }

    private static Map<String, String> said(List<String> messages, Map<String, String> pairs) {
        Map<String, String> said = new HashMap<>();
        String pair = "";
        for (String message : messages) {
            if (message.startsWith("trying ")) {
                pair = message.substring("trying ".length());
            } else if (pairs.containsKey(pair)
                    && (message.startsWith("rewriting table") || message.startsWith("verifying table"))) {
                said.put(pair, message.substring(0, "rewriting".length()));
            }
        }
        return said;
    }

    @Tag("server")
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void looksIntoUsing(TestPostgres postgres) {
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("SET timezone = 'UTC'");
            for (String change : List.of(
                    "varchar(10): text USING c",
                    "varchar(10): text USING (c)::text",
                    "varchar(10): varchar(20) USING c::text::varchar(20)",
                    "varchar(10): text USING c::varchar(5)",
                    "varchar(10): varchar USING c COLLATE \"C\"",
                    "varchar(10): text USING CAST(c AS varchar(20))",
                    "varchar(10): text USING lower(c)",
                    "varchar(10): text USING c || ''",
                    "int: oid USING c::oid",
                    "int: int USING c::bigint::int",
                    "int: int USING 1",
                    "timestamp: timestamptz USING c::timestamptz",
                    "timestamp: timestamptz USING c AT TIME ZONE 'UTC'",
                    "interval: interval USING c::interval",
                    "interval(3): interval hour to minute",
                    "interval hour: interval",
                    "numeric(10,2): numeric USING c::numeric(12,2)")) {
                int colon = change.indexOf(": ");
                String alter = "ALTER TABLE t ALTER COLUMN c TYPE " + change.substring(colon + 2);
                connection.execute("DROP TABLE IF EXISTS t; CREATE TABLE t (c " + change.substring(0, colon) + ")");
                long before = file(connection, "t");
                connection.execute(alter);
                AlterTable statement = (AlterTable)
                        SqlParser.parse(SourceText.of(alter)).statements().get(0);
                AlterColumnType action = (AlterColumnType) statement.actions().get(0);
                assertThat(TypeChangeCost.of(action, type(change.substring(0, colon)), schema)
                                == TypeChangeCost.Verdict.REWRITE)
                        .as("%s: %s rewrites", postgres, change)
                        .isEqualTo(file(connection, "t") != before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void indexIsBuiltAnewForItsExpressionItsPredicateItsCollationAndItsOperators(TestPostgres postgres) {
        try (ServerConnection connection = postgres.connect()) {
            String table = "CREATE TABLE t (c varchar(5));"
                    + " CREATE INDEX plain ON t (c); CREATE INDEX lowered ON t (lower(c));"
                    + " CREATE INDEX part ON t ((1)) WHERE c IS NOT NULL; CREATE INDEX pattern ON t (c varchar_pattern_ops);";
            for (String type : List.of("varchar(10)", "varchar(10) COLLATE \"C\"", "text", "varchar(3)")) {
                connection.execute("DROP TABLE IF EXISTS t; " + table);
                long before = file(connection, "t");
                List<String> rebuilt = rebuilt(connection, type);
                assertThat(names(table, type, file(connection, "t") != before))
                        .as("%s: %s", postgres, type)
                        .isEqualTo(rebuilt);
            }
        }
    }

    private static List<String> names(String table, String type, boolean rewrites) {
        Replay replay = new Replay(Runner.MIGRATE, List.of("public"));
        replay.run(SqlFile.of(Path.of("table.sql"), "table.sql", table));
        AlterTable alter = (AlterTable) SqlParser.parse(SourceText.of("ALTER TABLE t ALTER COLUMN c TYPE " + type))
                .statements()
                .get(0);
        return RebuiltParts.of(
                        (AlterColumnType) alter.actions().get(0),
                        replay.schema().table(alter.name()).orElseThrow(),
                        replay.schema(),
                        rewrites)
                .indexes()
                .stream()
                .map(index -> index.name().name())
                .sorted()
                .toList();
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

    private static long file(ServerConnection connection, String relation) {
        return connection
                .queryOne("SELECT pg_relation_filenode('" + relation + "')", row -> row.getLong(1))
                .orElseThrow();
    }

    private static Schema schema() {
        Replay replay = new Replay(Runner.MIGRATE, List.of("public"));
        replay.run(SqlFile.of(Path.of("domains.sql"), "domains.sql", DOMAINS));
        return replay.schema();
    }

    private static ColumnType type(String text) {
        CreateTable create = (CreateTable) SqlParser.parse(SourceText.of("create table t (c " + text + ")"))
                .statements()
                .get(0);
        return ColumnType.of(Objects.requireNonNull(create.columns().get(0).type()));
    }
}
