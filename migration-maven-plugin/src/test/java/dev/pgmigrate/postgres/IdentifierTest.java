package dev.pgmigrate.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IdentifierTest {
    /** Every key word of the server, and names that it quotes for what they hold. */
    @Test
    void quotesWhatTheServerQuotes() {
        Map<String, String> server = new TreeMap<>();
        Map<String, String> ours = new TreeMap<>();
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            List<String> names = connection.query(
                    "SELECT word FROM pg_catalog.pg_get_keywords() UNION ALL VALUES ('a'), ('A'), ('a b'), ('a\"b'), ('1a'), ('a.b'), (E'a\\nb'), ('_a1'), ('é')",
                    row -> row.getString(1));
            for (String name : names) {
                server.put(
                        name,
                        connection
                                .queryOne("SELECT quote_ident(?)", row -> row.getString(1), name)
                                .orElseThrow());
                ours.put(name, Identifier.quoteIdent(name));
            }
        }
        assertThat(ours).isEqualTo(server);
    }
}
