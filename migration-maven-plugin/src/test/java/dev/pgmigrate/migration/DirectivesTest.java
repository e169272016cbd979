package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.parser.SqlParser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectivesTest {
    @Test
    void aSuppressionNamesRulesReasonAndDate() {
        Directives directives =
                read("-- migrate:ignore ban-drop-table, renaming-column reason=\"nobody reads it\" until=2027-01-31");

        assertThat(directives.all()).singleElement().isInstanceOfSatisfying(Directive.Ignore.class, ignore -> {
            assertThat(ignore.rules())
                    .map(Directive.RuleReference::rule)
                    .containsExactly("ban-drop-table", "renaming-column");
            assertThat(ignore.rules().get(1).range()).isEqualTo(new SourceRange(34, 49));
            assertThat(ignore.reason()).contains("nobody reads it");
            assertThat(ignore.until()).contains(LocalDate.of(2027, 1, 31));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- migrate:ignore-file rls-disabled",
                "--migrate:ignore-file rls-disabled reason='x'",
                "/* migrate:ignore-file rls-disabled */",
                "-- squawk-ignore-file rls-disabled"
            })
    void aFileCanBeSilenced(String comment) {
        assertThat(read(comment).all())
                .singleElement()
                .isInstanceOfSatisfying(
                        Directive.IgnoreFile.class,
                        ignore -> assertThat(ignore.rules())
                                .map(Directive.RuleReference::rule)
                                .containsExactly("rls-disabled"));
    }

    @Test
    void squawksCommentsMayEndInProse() {
        assertThat(read("-- squawk-ignore ban-drop-column, renaming-table since it is new")
                        .all())
                .singleElement()
                .isInstanceOfSatisfying(Directive.Ignore.class, ignore -> {
                    assertThat(ignore.rules())
                            .map(Directive.RuleReference::rule)
                            .containsExactly("ban-drop-column", "renaming-table");
                    assertThat(ignore.squawk()).isTrue();
                });
    }

    @Test
    void timeoutsAreDurations() {
        assertThat(read("-- migrate:timeout lock=500ms statement=10min").all())
                .singleElement()
                .isInstanceOfSatisfying(Directive.Timeout.class, timeout -> {
                    assertThat(timeout.lock()).contains(Duration.ofMillis(500));
                    assertThat(timeout.statement()).contains(Duration.ofMinutes(10));
                });
    }

    @Test
    void conditionsNameObjectsAsTheServerKeepsThem() {
        assertThat(read("-- migrate:ensures column Public.\"Users\".email").all())
                .singleElement()
                .isInstanceOfSatisfying(
                        Directive.Ensures.class,
                        ensures -> assertThat(ensures.condition())
                                .isEqualTo(new RequiredObject(
                                        RequiredObject.Type.COLUMN, List.of("public", "Users", "email"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- migrate:ignor ban-drop-table | There is no directive `migrate:ignor`. | Write ignore",
                "-- migrate:transaktion off | There is no directive `migrate:transaktion`. | Write transaction.",
                "-- migrate:ignore | `migrate:ignore` names no rule. | Name the rule",
                "-- migrate:ignore ban-drop-table since=x | `since` is not known | Write reason or until.",
                "-- migrate:ignore ban-drop-table reason=\"x\" and more | `and more` is not part | Put a reason in"
                        + " quotes",
                "-- migrate:ignore ban-drop-table until=soon | `until=soon` is not a date. | YYYY-MM-DD",
                "-- migrate:transaction on | `migrate:transaction on` is not known. | Write",
                "-- migrate:timeout lock=2parsecs | `2parsecs` cannot be a timeout. | 500ms",
                "-- migrate:timeout lock=10 | `10` cannot be a timeout. | 500ms",
                "-- migrate:timeout lock=999999999h | `999999999h` cannot be a timeout. | at most 24d",
                "-- migrate:requires tabel users | `tabel` is not something | Write one of schema, extension, role,"
                        + " table",
                "-- migrate:ignore ban-drop-table; renaming-column | `;` is not part | separate rules by commas",
                "-- migrate:requires query SELECT true | The query of this directive is not in quotes. | Write `query",
                "-- migrate:requires query \"SELECT\" FROM | The query of this directive is not in quotes. | Write `query",
                "-- migrate:ensures query \"SELECT FROM WHERE\" | The query of this directive cannot be parsed: syntax"
                        + " error at or near \"WHERE\". | Correct the query.",
                "-- migrate:ensures query \"SELECT 1; SELECT 2\" | A directive takes one query | Write a directive for"
                        + " each query.",
                "-- migrate:ensures query \"\" | A directive takes one query | Write a directive for each query.",
                "-- migrate:ensures query \"DELETE FROM t RETURNING true\" | A directive only asks | Write a SELECT",
                "-- migrate:ensures query 'WITH d AS (DELETE FROM t RETURNING 1) SELECT true' | A directive only asks |"
                        + " Write a SELECT",
                "-- migrate:ensures query \"SELECT true INTO t\" | A directive only asks | Write a SELECT",
                "-- migrate:requires column email | `column email` does not name a column. | schema.table.column"
            })
    void whatIsMisspeltIsAProblemWithItsPlace(String comment, String message, String advice) {
        Directives directives = read("select 1;\n" + comment);

        assertThat(directives.all()).isEmpty();
        assertThat(directives.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith(message);
            assertThat(problem.advice()).contains(advice);
            assertThat(problem.range().start()).isGreaterThanOrEqualTo(10);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"do $$ begin %s\nend $$", "create function f() returns int language sql as $$ %s\nselect 1 $$"})
    void aBodySpeaksOfItsStatementsOnly(String statement) {
        assertThat(read(statement.formatted("-- migrate:ignore ban-drop-table")).all())
                .singleElement()
                .isInstanceOf(Directive.Ignore.class);

        Directives directives = read(statement.formatted("-- migrate:transaction off"));

        assertThat(directives.all()).isEmpty();
        assertThat(directives.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("is inside a body");
            assertThat(problem.advice()).isEqualTo("Write it above the statement.");
        });
    }

    @Test
    void aProblemWithTheWordIsPlacedAtTheWordAndElseAtTheComment() {
        assertThat(read("-- migrate:ignor x").problems())
                .map(DirectiveProblem::range)
                .containsExactly(new SourceRange(11, 16));
        assertThat(read("-- migrate: x").problems())
                .map(DirectiveProblem::range)
                .containsExactly(new SourceRange(0, 13));
    }

    @Test
    void otherCommentsAreLeftAlone() {
        Directives directives = read("-- we migrate:ignore nothing here");

        assertThat(directives.all()).isEmpty();
        assertThat(directives.problems()).isEmpty();
    }

    private static Directives read(String text) {
        SourceText source = SourceText.of(text);
        return Directives.read(source, SqlParser.parse(source), null);
    }
}
