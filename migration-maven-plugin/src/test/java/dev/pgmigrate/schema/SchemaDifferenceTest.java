package dev.pgmigrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class SchemaDifferenceTest {
    /** A change of {@code changes.sql}: what it should change, and the statements. */
    private record Change(List<String> expected, String sql) {}

    @Test
    void namesObjectPropertyAndBothValues() throws IOException {
        List<Change> changes = changes();
        assertThat(changes).hasSizeGreaterThan(40);
        SoftAssertions softly = new SoftAssertions();
        try (ServerConnection connection = SchemaSnapshotTest.everything(TestPostgres.of(18))) {
            SchemaSnapshot before = SchemaSnapshot.read(connection);
            for (Change change : changes) {
                connection.execute("BEGIN; " + change.sql);
                List<SchemaDifference> differences =
                        before.differences(SchemaSnapshot.read(connection), NameMatching.BY_NAME);
                connection.execute("ROLLBACK");
                softly.assertThat(differences)
                        .as(change.sql)
                        .extracting(SchemaDifferenceTest::line)
                        .containsExactlyElementsOf(change.expected);
            }
        }
        softly.assertAll();
    }

    @Test
    void matchesNamesThatTheServerMadeUpByWhatTheyAre() {
        try (ServerConnection left = TestPostgres.of(18).connect();
                ServerConnection right = TestPostgres.of(18).connect()) {
            left.execute("CREATE TABLE t (id serial PRIMARY KEY, a int UNIQUE, b int CHECK (b > 0), c int)");
            right.execute("CREATE TABLE u (id serial PRIMARY KEY, x int UNIQUE, b int CHECK (b > 0), c int);"
                    + "ALTER TABLE u RENAME TO t; ALTER TABLE t RENAME x TO a; CREATE INDEX ON t (c)");
            SchemaSnapshot one = SchemaSnapshot.read(left);
            SchemaSnapshot other = SchemaSnapshot.read(right);

            assertThat(one.differences(other, NameMatching.BY_NAME)).hasSizeGreaterThan(5);
            assertThat(one.differences(other, NameMatching.BY_DEFINITION))
                    .extracting(SchemaDifferenceTest::line)
                    .containsExactly("index public.t.t_c_idx | - | - | object");
        }
    }

    @Test
    void comparesAServerThatKeepsNotNullConstraintsWithOneThatDoesNot() {
        try (ServerConnection left = TestPostgres.of(14).connect();
                ServerConnection right = TestPostgres.of(18).connect()) {
            String sql = "CREATE TABLE t (id bigint PRIMARY KEY, a text NOT NULL)";
            left.execute(sql);
            right.execute(sql);

            assertThat(SchemaSnapshot.read(left).differences(SchemaSnapshot.read(right), NameMatching.BY_NAME))
                    .noneMatch(difference -> difference.key().qualifiedName().startsWith("public.t"));
        }
    }

    private static String line(SchemaDifference difference) {
        String whole = difference.property().isPresent() ? "" : "object";
        return String.join(
                        " | ",
                        difference.key().toString(),
                        difference.property().orElse("-"),
                        difference
                                .left()
                                .map(value -> whole.isEmpty() ? value : whole)
                                .orElse("-"),
                        difference
                                .right()
                                .map(value -> whole.isEmpty() ? value : whole)
                                .orElse("-"))
                .replace("\n", "\\n");
    }

    private static List<Change> changes() throws IOException {
        List<Change> changes = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        List<String> lines = new ArrayList<>(
                SchemaSnapshotTest.resource("changes.sql").lines().skip(2).toList());
        lines.add("");
        for (String line : lines) {
            if (line.startsWith("-- ")) {
                expected.add(line.substring(3));
            } else if (!line.isEmpty()) {
                sql.append(line).append('\n');
            } else {
                changes.add(new Change(List.copyOf(expected), sql.toString()));
                expected.clear();
                sql.setLength(0);
            }
        }
        return changes;
    }
}
