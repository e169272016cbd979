package dev.pgmigrate.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds {@code types.txt} and {@code operators.txt} against the catalogs of the servers; {@code -Dapprove} writes them anew. */
class TypeFactsTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/pgmigrate/postgres");
    private static final String TYPES = """
        SELECT typname FROM pg_type
        WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype = 'b' AND typcategory <> 'A' AND typname NOT LIKE 'pg\\_%'
        """;
    private static final String OPERATORS = """
        SELECT concat_ws(' ', coalesce(l.typname, '-'), oprname, r.typname, t.typname)
        FROM pg_operator LEFT JOIN pg_type l ON l.oid = oprleft
            JOIN pg_type r ON r.oid = oprright JOIN pg_type t ON t.oid = oprresult
        WHERE oprnamespace = 'pg_catalog'::regnamespace
        """;

    @Tag("server")
    @Test
    void typesAreThoseOfTheServers() throws IOException {
        assertThat(lines("types.txt", TYPES)).isEqualTo(ofServers(TYPES));
    }

    @Tag("server")
    @Test
    void operatorsAreThoseOfTheServers() throws IOException {
        assertThat(lines("operators.txt", OPERATORS)).isEqualTo(ofServers(OPERATORS));
    }

    @Test
    void literalTakesTheTypeOfTheOtherSide() {
        assertThat(BuiltInOperators.results("=", "date", BuiltInOperators.UNKNOWN))
                .containsExactly("bool");
        assertThat(BuiltInOperators.results("+", "int4", "int8")).containsExactly("int8");
        assertThat(BuiltInOperators.results("-", null, "numeric")).containsExactly("numeric");
        assertThat(BuiltInOperators.results(">", "date", "int4")).isEmpty();
        assertThat(BuiltInOperators.results("=", "int4[]", "text[]")).isEmpty();
        assertThat(BuiltInCasts.isAssigned("int8", "int4")).isTrue();
        assertThat(BuiltInCasts.isImplicit("int8", "int4")).isFalse();
    }

    private static Set<String> ofServers(String query) {
        Set<String> facts = new TreeSet<>();
        for (int major : TestPostgres.majors()) {
            try (ServerConnection connection = TestPostgres.of(major).connect()) {
                connection.query(query, row -> facts.add(row.getString(1).replaceAll("(^| )_(\\w+)", "$1$2[]")));
            }
        }
        return facts;
    }

    /** Returns the facts of a file, which is written first where that is asked for. */
    private static Set<String> lines(String name, String query) throws IOException {
        Path file = FOLDER.resolve(name);
        List<String> all = Files.readAllLines(file);
        if (System.getProperty("approve") != null) {
            List<String> text = new ArrayList<>(
                    all.stream().filter(line -> line.startsWith("#")).toList());
            text.addAll(ofServers(query));
            Files.write(file, text);
            return ofServers(query);
        }
        return new TreeSet<>(all.stream().filter(line -> !line.startsWith("#")).toList());
    }
}
