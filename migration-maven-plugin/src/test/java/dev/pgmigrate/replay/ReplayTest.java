package dev.pgmigrate.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.QualifiedName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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
            assertThat(error.defectOrNull()).isNotNull();
            assertThat(file.source().text(error.range())).isEqualTo("CREATE TABLE tags (id int)");
        });
        QualifiedName notes = QualifiedName.of("public", "notes");
        assertThat(done.steps().get(1).before().certain().table(notes)).isPresent();
        assertThat(done.after().certain().table(notes)).isEmpty();
    }
}
