package dev.pgmigrate.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code casts.txt} against {@code pg_cast}; {@code -Dapprove} writes it anew, which takes the servers of all versions
 * ({@code -Dpostgres.dir=}, the folder of their jars).
 */
class CastsTest {
    private static final Path FILE = Path.of("src/main/resources/dev/pgmigrate/postgres/casts.txt");
    private static final int ALL_MAJORS = 5;
    private static final String CASTS = """
        SELECT concat_ws(' ', source.typname, target.typname,
            CASE castcontext WHEN 'i' THEN 'implicit' WHEN 'a' THEN 'assignment' ELSE 'explicit' END,
            CASE castmethod WHEN 'b' THEN 'binary' WHEN 'f' THEN 'function' ELSE 'inout' END,
            CASE WHEN castsource = casttarget AND prosupport <> 0 THEN prosupport::regproc::text ELSE '-' END),
            quote_ident(source.typname), quote_ident(target.typname), castmethod = 'b'
        FROM pg_cast
        JOIN pg_type source ON source.oid = castsource
        JOIN pg_type target ON target.oid = casttarget
        LEFT JOIN pg_proc ON pg_proc.oid = castfunc
        WHERE (source.typnamespace = 'pg_catalog'::regnamespace OR source.typname = 'citext')
            AND (target.typnamespace = 'pg_catalog'::regnamespace OR target.typname = 'citext')
        """;

    /** A row of {@code pg_cast}, and its types as they are written. */
    private record Row(String words, String source, String target, boolean binary) {}

    @Tag("server")
    @Test
    void dataSaysOfEveryCastWhatTheServersSay() throws IOException {
        List<Integer> majors = TestPostgres.majors();
        TreeMap<String, TreeSet<Integer>> having = new TreeMap<>();
        for (int major : majors) {
            List<String> casts = of(TestPostgres.of(major));
            casts.forEach(
                    cast -> having.computeIfAbsent(cast, key -> new TreeSet<>()).add(major));
            if (System.getProperty("approve") == null) {
                assertThat(casts)
                        .as("run with -Dapprove to accept")
                        .containsExactlyInAnyOrderElementsOf(FactTable.lines(Casts.class, "casts.txt").stream()
                                .filter(line -> has(major, line))
                                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                                .toList());
            }
        }
        if (System.getProperty("approve") != null) {
            assertThat(majors).hasSize(ALL_MAJORS);
            List<String> lines = new ArrayList<>(Files.readAllLines(FILE, UTF_8).stream()
                    .filter(line -> line.startsWith("#"))
                    .toList());
            having.forEach((cast, versions) -> lines.add(cast + " " + versions.first() + "-" + versions.last()));
            Files.writeString(FILE, String.join("\n", lines) + "\n", UTF_8);
        }
    }

    private static boolean has(int major, String line) {
        String[] versions = line.substring(line.lastIndexOf(' ') + 1).split("-", 2);
        return Integer.parseInt(versions[0]) <= major && major <= Integer.parseInt(versions[1]);
    }

    private static List<String> of(TestPostgres postgres) {
        List<String> casts = new ArrayList<>();
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("CREATE EXTENSION IF NOT EXISTS citext");
            List<Row> rows = connection.query(
                    CASTS, row -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
            for (Row row : rows) {
                boolean looked = row.binary() && !row.source().equals(row.target());
                casts.add(row.words() + " " + (looked ? index(row, connection) : "-"));
            }
        }
        return casts;
    }

    /** Asks what becomes of an index; some types have no operators for one. */
    private static String index(Row row, ServerConnection connection) {
        connection.execute("DROP TABLE IF EXISTS t; CREATE TABLE t (c " + row.source() + ")");
        try {
            connection.execute("CREATE INDEX t_c ON t (c)");
            long before = file(connection);
            connection.execute("ALTER TABLE t ALTER COLUMN c TYPE " + row.target() + " USING c::" + row.target());
            return file(connection) == before ? "kept" : "rebuilt";
        } catch (ServerException e) {
            assertThat(e.error().sqlState()).isEqualTo(SqlState.UNDEFINED_OBJECT);
            return "-";
        }
    }

    private static long file(ServerConnection connection) {
        return connection
                .queryOne("SELECT pg_relation_filenode('t_c')", row -> row.getLong(1))
                .orElseThrow();
    }
}
