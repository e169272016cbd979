package dev.pgmigrate.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import dev.pgmigrate.sql.plpgsql.PlpgsqlParser;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes that show whether the time grows with the text or with its square, which here would be minutes. */
class ParserLimitsTest {
    private static final int MEGABYTE = 1 << 20;
    private static final Duration LINEAR = Duration.ofSeconds(15);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "((",
                "$a$",
                "$a$ ",
                "$a",
                "/*",
                "/*/",
                "*/",
                "'",
                "''",
                "\"",
                "\"\"",
                "E'",
                "E'\\",
                "U&'",
                "--",
                "--\n",
                ";",
                "\\",
                "\n",
                "select (",
                "select 1 + ",
                "select - ",
                "select not ",
                "not ",
                "1,",
                "a.",
                "a ",
                "a[",
                "::a",
                "case ",
                "case when ",
                "begin ",
                "end ",
                "do $$",
                "do 'begin",
                "begin atomic ",
                "array[",
                "create ",
                "create schema a ",
                "select ",
                "with a as (",
                "values (",
                "join ",
                "from (",
                "union ",
                "select 1 union ",
                "alter table a add b int, ",
                "grant a,",
                "'a'\n",
                "copy a from stdin;\n",
                "copy a from stdin;\n1\n",
                "\\connect a\n",
                "é",
                "\ud83d",
                "\0",
                "select 1;",
                "select e'\\'';"
            })
    void aMegabyteOfTheSameIsReadInLinearTime(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());
        SourceText source = SourceText.of(text);

        SqlScript script = assertTimeout(LINEAR, () -> SqlParser.parse(source));

        assertThat(script.statements().size() + script.errors().size()).isLessThanOrEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin ",
                "if a then ",
                "loop ",
                "while a loop ",
                "for a in 1..2 loop ",
                "case when a then ",
                "declare a int; begin ",
                "<<a>> ",
                "a := ",
                "a := 1; ",
                "select a into ",
                "raise ",
                "raise '%', ",
                "exception when others then ",
                "end; ",
                "end if; ",
                "perform (",
                "execute ",
                "execute '' using ",
                "return query ",
                "declare a cursor for ",
                "foreach ",
                "get diagnostics a = ",
                "(",
                "'",
                "$b$"
            })
    void aMegabyteOfTheSameInABodyIsReadInLinearTime(String piece) {
        String quoted = "$body$ declare a int; begin " + piece.repeat(MEGABYTE / piece.length()) + " end $body$";
        SourceText source = SourceText.of(quoted);
        SourceRange literal = new SourceRange(0, quoted.length());

        PlpgsqlBody body = assertTimeout(LINEAR, () -> PlpgsqlParser.parse(source, literal));

        assertThat(body.walk().count()).isLessThanOrEqualTo(quoted.length());
    }

    @Test
    void anInsertOfManyMegabytesIsOneStatement() {
        String row = "(1, 'some text that a seed file may hold', 2.5, null, '2026-01-01'),\n";
        String text = "insert into t values " + row.repeat(16 * MEGABYTE / row.length()) + "(1, '', 1, null, null);";

        SqlScript script = assertTimeout(Duration.ofSeconds(60), () -> SqlParser.parse(SourceText.of(text)));

        assertThat(script.errors()).isEmpty();
        assertThat(script.statements()).hasSize(1);
    }

    @Test
    void takesAsManyParenthesesAndTermsAsTheServer() {
        assertThat(errors("select " + "(".repeat(9_990) + "1" + ")".repeat(9_990)))
                .isZero();
        assertThat(errors("select 1" + " or true".repeat(100_000))).isZero();
        assertThat(errors("select 1" + " + 1".repeat(100_000))).isZero();
        assertThat(errors("select 1 " + "union all select 1 ".repeat(5_000))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f(1)",
                "(1)",
                "(1, 2)",
                "array[1]",
                "array[[1], [2]]",
                "(select 1)",
                "((select 1))",
                "exists (select 1 from (select 2) as s)",
                "exists (select 1 from (a join b on true))",
                "case when true then (2) end",
                "x in (1, 2)",
                "count(*) filter (where (true))",
                "(select 1 from t group by grouping sets ((a), (b)))",
                "json_array(1)",
                "cast((1) as numeric(1))",
                "(a).b",
                "not (- (1) = 2)"
            })
    void whatEndsLeavesNoDepthBehind(String piece) {
        String sql = "select " + String.join(", ", Collections.nCopies(12_000, piece)) + ";";
        assertThat(SqlParser.parse(SourceText.of(sql)).errors()).isEmpty();
    }

    @Test
    void oneErrorSaysThatItIsTooDeep() {
        for (String deep : new String[] {"(", "array[", "case when ", "not ", "- "}) {
            assertThat(errors("select " + deep.repeat(200_000) + "1")).as(deep).isEqualTo(1);
        }
    }

    private static int errors(String text) {
        SqlScript script = SqlParser.parse(SourceText.of(text));
        script.statements()
                .forEach(statement -> assertThat(statement.toString()).isNotEmpty());
        return script.errors().size();
    }

    @Test
    void failureOfTheParserIsAnErrorOfItsStatementAlone() throws Exception {
        String deep = "SELECT " + "array[".repeat(5_000) + "1" + "]".repeat(5_000);
        SourceText source = SourceText.of("SELECT 1; " + deep + "; SELECT 2;");
        FutureTask<SqlScript> task = new FutureTask<>(() -> SqlParser.parse(source));
        // Java has no smaller stack, and so many levels need more even where the parser has been compiled.
        new Thread(null, task, "small stack", 1).start();

        SqlScript script = task.get();

        assertThat(script.statements()).hasSize(2);
        assertThat(script.errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).contains("StackOverflowError");
            assertThat(source.text(error.range())).isEqualTo(deep);
        });
    }
}
