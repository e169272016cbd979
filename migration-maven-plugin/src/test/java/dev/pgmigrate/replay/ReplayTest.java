package dev.pgmigrate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever a statement does to the schema. */
class ReplayTest {
    private static final List<String> PUBLIC = List.of("public");

    @Test
    void statementThatCannotBeReplayedIsAnErrorAndLeavesNothingCertain() {
        Replay replay = new Replay(Runner.MIGRATE, PUBLIC, (statement, model) -> {
            Changes.apply(statement, model);
            if (statement.range().start() > 0) {
                throw new IllegalStateException("on purpose");
            }
        });
        SqlFile file = SqlFile.of(
                Path.of("notes.sql"), "notes.sql", "CREATE TABLE notes (id int); CREATE TABLE tags (id int);");

        Replay.FileReplay done = replay.run(file);

        assertThat(done.steps()).hasSize(2);
        assertThat(done.errors()).singleElement().satisfies(error -> {
            assertThat(error.kind()).isEqualTo(SyntaxError.Kind.DEFECT);
            assertThat(file.source().text(error.range())).isEqualTo("CREATE TABLE tags (id int)");
        });
        QualifiedName notes = QualifiedName.of("public", "notes");
        assertThat(done.steps().get(1).before().certain().table(notes)).isPresent();
        assertThat(done.after().certain().table(notes)).isEmpty();
    }

    /** A server refuses each of them, or it is about tables that no file makes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE a ATTACH PARTITION b DEFAULT; ALTER TABLE b RENAME TO a;",
                "ALTER TABLE a ATTACH PARTITION b DEFAULT; ALTER TABLE b ATTACH PARTITION a DEFAULT;",
                "CREATE TABLE b PARTITION OF a DEFAULT; ALTER TABLE a RENAME TO c; ALTER TABLE b RENAME TO c;",
                "CREATE TABLE a PARTITION OF a DEFAULT;",
                "CREATE TABLE b () INHERITS (a); ALTER TABLE b RENAME TO a;",
                "ALTER TABLE a INHERIT b; ALTER TABLE b INHERIT c; ALTER TABLE c INHERIT a;",
                "CREATE TABLE s.a () INHERITS (a, b); CREATE TABLE b () INHERITS (s.a); ALTER SCHEMA s RENAME TO"
                        + " public;",
                "CREATE VIEW a AS SELECT * FROM b; CREATE VIEW b AS SELECT * FROM a;",
                "CREATE TABLE a (x int PRIMARY KEY, y int UNIQUE REFERENCES a); ALTER TABLE a DROP CONSTRAINT a_pkey"
                        + " CASCADE;"
            })
    void circleIsNoEndlessWay(String circle) {
        StringBuilder text = new StringBuilder(circle);
        for (String name : List.of("a", "b", "c")) {
            text.append("ALTER TABLE %1$s ADD COLUMN x int; ALTER TABLE %1$s RENAME COLUMN x TO y;".formatted(name));
            text.append("ALTER TABLE %1$s ADD CONSTRAINT k CHECK (y > 0); ALTER TABLE %1$s RENAME CONSTRAINT k TO l;"
                    .formatted(name));
            text.append("ALTER TABLE %1$s DROP CONSTRAINT l; ALTER TABLE %1$s DROP COLUMN y; CREATE INDEX ON %1$s (z);"
                    .formatted(name));
        }
        text.append("DROP VIEW a CASCADE; DROP TABLE a CASCADE; DROP SCHEMA public CASCADE;");
        SqlFile file = SqlFile.of(Path.of("circle.sql"), "circle.sql", text.toString());

        Replay.FileReplay done =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> new Replay(Runner.MIGRATE, PUBLIC).run(file));

        assertThat(done.errors()).isEmpty();
    }
}
