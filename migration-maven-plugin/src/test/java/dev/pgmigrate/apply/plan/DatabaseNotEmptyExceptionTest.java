package dev.pgmigrate.apply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.plan.DatabaseContent.ForeignHistory;
import dev.pgmigrate.apply.plan.DatabaseContent.Kind;
import dev.pgmigrate.postgres.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a database that has objects and no history. */
class DatabaseNotEmptyExceptionTest {
    private static final String START = "The database is not empty and has no history of this tool: found ";

    @Test
    void namesTheObjectsAndCountsTheRest() {
        DatabaseContent content = new DatabaseContent(List.of(), List.of("table public.a", "view public.b"), 5);

        DatabaseNotEmptyException e = new DatabaseNotEmptyException(content, "007");

        assertThat(e.command()).isEqualTo("mvn migrate:baseline -Dmigrate.baselineVersion=007");
        assertThat(e)
                .hasMessage(
                        START + "table public.a, view public.b and 3 more. Say first which migrations it already has: "
                                + e.command());
        assertThat(e.content()).isEqualTo(content);
        assertThat(new DatabaseNotEmptyException(new DatabaseContent(List.of(), List.of("table public.a"), 1), null))
                .hasMessageStartingWith(START + "table public.a. Say")
                .hasMessageEndingWith("-Dmigrate.baselineVersion=VERSION");
    }

    @Test
    void namesTheHistoriesOfOtherToolsAndAdoptsTheFirstThatIsAboutFiles() {
        ForeignHistory liquibase = new ForeignHistory(Kind.LIQUIBASE, QualifiedName.of("public", "databasechangelog"));
        ForeignHistory flyway = new ForeignHistory(Kind.FLYWAY, QualifiedName.of("public", "flyway_schema_history"));

        assertThat(new DatabaseNotEmptyException(
                        new DatabaseContent(List.of(liquibase, flyway), List.of("table public.a"), 5), "1"))
                .hasMessage(START + "public.databasechangelog (Liquibase), public.flyway_schema_history (Flyway)."
                        + " Say first which migrations it already has:"
                        + " mvn migrate:baseline -Dmigrate.adopt=public.flyway_schema_history");
        assertThat(new DatabaseNotEmptyException(new DatabaseContent(List.of(liquibase), List.of(), 0), "1").command())
                .endsWith("-Dmigrate.baselineVersion=1");
    }
}
