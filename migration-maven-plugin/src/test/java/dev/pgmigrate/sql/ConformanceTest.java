package dev.pgmigrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.Conformance.Figures;
import dev.pgmigrate.truth.LargerSets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The parser agrees with PostgreSQL, as far as its verdicts are at hand ({@code -Dconformance.dir}). */
class ConformanceTest {
    private static Path folder = Path.of("");

    @BeforeAll
    static void findsTheVerdicts() {
        folder = Path.of(System.getProperty("conformance.dir", "../../shared/conformance"));
        LargerSets.assumeThere(folder.resolve("statements.jsonl"), "conformance.dir");
    }

    @Test
    void acceptsEveryStatementAndKnowsItsKind() {
        Figures figures = new Conformance(folder).statements();
        tell("statements: accepted, with their kind", figures);

        assertThat(figures.disagreements).isEmpty();
    }

    @Test
    void findsStatementsAndFirstErrorsOfFilesAtTheSamePlaces() {
        Figures figures = new Conformance(folder).files();
        tell("files: places of statements and first errors", figures);

        assertThat(figures.disagreements).isEmpty();
    }

    @Test
    void judgesDamagedStatementsAsPostgresDoes() {
        Figures figures = new Conformance(folder).mutants();
        tell("mutants: verdict, place and words", figures);

        double wrongVerdicts = 100.0 * figures.disagreed("verdict") / figures.total;
        double wrongPlaces = 100.0 * figures.disagreed("position") / figures.refused;
        double wrongWords = 100.0 * figures.disagreed("message") / figures.refused;
        assertThat(wrongVerdicts).as("wrong verdicts, in %%").isLessThanOrEqualTo(0.5);
        assertThat(wrongPlaces).as("wrong places, in %%").isLessThanOrEqualTo(3.0);
        assertThat(wrongWords).as("wrong words, in %%").isLessThanOrEqualTo(3.0);
        assertThat(figures.disagreed("kind")).isZero();
    }

    private static void tell(String what, Figures figures) {
        StringBuilder line = new StringBuilder();
        line.append(String.format("%s: %.2f %% of %d agree", what, figures.agreed(), figures.total));
        figures.disagreements.forEach((about, list) ->
                line.append("; ").append(list.size()).append(' ').append(about));
        System.out.println(line);
    }
}
