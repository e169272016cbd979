package dev.pgmigrate.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.truth.OwnHistories;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a text in pieces gives what reading it at once gives, wherever a piece ends. */
class LargeScriptTest {
    private static final int ROWS = 2_500;

    @Test
    void readsEveryTextOfTheProjectAsAWhole() throws IOException {
        for (OwnHistories.Text text : OwnHistories.texts()) {
            assertSame(text.name(), text.sql(), 50);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create rule r as on insert to t do also (delete from a; delete from b);",
                "create function f() returns int begin atomic select 1; select 2; end;",
                "create function f() returns int language sql as $b$ select ';'; select 1 $b$;",
                "copy t from stdin;\n1;\n'2\n\\.\nselect 1;",
                "copy t from stdin;\n1;\n2",
                "copy t from stdin;\n-- ;\n\\N\n\\.\ncopy t from stdin;\n\\.\ncopy t from stdin;\n-- 'a;",
                "copy t to stdin oops;\nselect 1;\ncopy t from stdin;\n/*\n\\.\n-- b\nselect 2",
                "copy t from stdin oops;\n'2\n\\.\n",
                "copy (select ';') to stdout; select 1;",
                "insert into t values (';'), (E'\\';');/* ; -- */ select 1",
                "select (((1; select 2)",
                "selec 1; selec 2; select 3",
                "\\set a 1\nselect 1 \\gexec\nselect 2; \\echo ;\nselect 3;",
                "insert into t values (1)\n -- why\n;\ninsert into t values (2) ",
                "select 1;;;; ; -- the end",
                "-- only a comment",
                "\"a;b\" ; select U&'\\0061;'; select 'a\n;",
                ""
            })
    void readsWhatMayBeCut(String sql) {
        for (int piece = 1; piece <= sql.length() + 1; piece++) {
            assertSame(sql, sql, piece);
        }
    }

    @Test
    void readsRowsAgainWhenTheyAreAskedFor() {
        String sql = IntStream.range(0, ROWS)
                .mapToObj(i -> i % 1_000 == 7 ? "select " + i : "insert into t" + i % 3 + " values (" + i + ", 'a;b')")
                .collect(Collectors.joining(";\n"));
        SqlScript large = LargeScript.parse(SourceText.of(sql), 10_000, Integer.MAX_VALUE);

        assertSame("rows", sql, 10_000);
        assertThat(large.statements().get(0)).isNotSameAs(large.statements().get(2_000));
        assertThat(List.of(large.notKept(0), large.notKept(7), large.notKept(8)))
                .containsExactly(7, 0, 999);
        assertThat(large.statements().get(1_007)).isSameAs(large.statements().get(1_007));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into t values (1)", "/* ", "do $$ begin ", "select '", "select \""})
    void saysWhereSomethingTooLongBegins(String beginning) {
        String sql = "select 1; select 2;\n" + beginning + ", (1)".repeat(50);
        SqlScript script = LargeScript.parse(SourceText.of(sql + ";"), 20, 100);

        assertThat(script.statements()).hasSize(2);
        assertThat(script.errors()).singleElement().satisfies(error -> {
            assertThat(error.kind()).isEqualTo(SyntaxError.Kind.TOO_LONG);
            assertThat(error.message()).startsWith("What begins here does not end within ");
            assertThat(error.range().start()).isEqualTo("select 1; select 2;\n".length());
        });
    }

    private static void assertSame(String name, String sql, int piece) {
        SqlScript whole = SqlParser.parse(SourceText.of(sql));
        SqlScript pieces = LargeScript.parse(SourceText.of(sql), piece, Integer.MAX_VALUE);

        assertThat(List.copyOf(pieces.statements()))
                .as("%s in pieces of %s", name, piece)
                .isEqualTo(whole.statements());
        assertThat(pieces.errors()).as("%s in pieces of %s", name, piece).isEqualTo(whole.errors());
        assertThat(pieces.newerWords()).as(name).isEqualTo(whole.newerWords());
        assertThat(pieces.comments()).as(name).isEqualTo(whole.comments());
        assertThat(pieces.metaCommands()).as(name).isEqualTo(whole.metaCommands());
        assertThat(pieces.copyData()).as(name).isEqualTo(whole.copyData());
    }
}
