package dev.pgmigrate.sql.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tokens of a text are, and what they stand for. */
class LexerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'it''s'                          | it's
                    E'a\\tb\\x41\\101\\u00e9'        | a	bAAé
                    E'\\uD83D\\uDE00'                | 😀
                    $$a'b$$                          | a'b
                    $q$a $$ b$q$                     | a $$ b
                    U&'d\\0061t\\+000061'            | data
                    U&'d!0061ta' UESCAPE '!'         | data
                    U&'\\D83D\\DE00 \\\\'            | 😀 \\
                    ''                               | ``
                    """)
    void readsStrings(String written, String value) {
        Tokens tokens = scan(written);

        assertThat(tokens.size()).isEqualTo(1);
        assertThat(tokens.kind(0)).isEqualTo(Token.SCONST);
        assertThat(tokens.string(0)).isEqualTo(value);
        assertThat(tokens.range(0)).isEqualTo(new SourceRange(0, written.length()));
    }

    @Test
    void goesOnWithAStringOnALaterLine() {
        assertThat(scan("'a'\n  -- why not\n  'b'").string(0)).isEqualTo("ab");
        assertThat(scan("'a' 'b'").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Users|users",
                "\"Users\"|Users",
                "\"a\"\"b\"|a\"b",
                "ÄB|Äb",
                "_a$1|_a$1",
                "U&\"d\\0061ta\"|data",
                "SELECT|select"
            })
    void readsNames(String written, String name) {
        assertThat(scan(written).name(0)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0x7FFFFFFF, 2147483647", "0o17, 15", "0b1_01, 5", "1_000, 1000", "007, 7"})
    void readsIntegers(String written, int value) {
        Tokens tokens = scan(written);

        assertThat(tokens.kind(0)).isEqualTo(Token.ICONST);
        assertThat(tokens.integer(0)).isEqualTo(value);
    }

    @Test
    void endsOperatorsBeforeCommentsAndBeforeSigns() {
        assertThat(written("a<-1")).containsExactly("a", "<", "-", "1");
        assertThat(written("a@-1")).containsExactly("a", "@-", "1");
        assertThat(written("a*/*x*/b")).containsExactly("a", "*", "b");
        assertThat(written("a<--b")).containsExactly("a", "<");
        assertThat(written("a=>b<=c<>d!=e::f..g:=h"))
                .containsExactly("a", "=>", "b", "<=", "c", "<>", "d", "!=", "e", "::", "f", "..", "g", ":=", "h");
    }

    @Test
    void marksTheKeywordsThatTheNextWordChanges() {
        assertThat(kinds("not in")).containsExactly(Token.NOT_LA, Keyword.IN);
        assertThat(kinds("not a")).containsExactly(Keyword.NOT, Token.IDENT);
        assertThat(kinds("nulls /* c */ last")).containsExactly(Token.NULLS_LA, Keyword.LAST);
        assertThat(kinds("with time")).containsExactly(Token.WITH_LA, Keyword.TIME);
        assertThat(kinds("without time")).containsExactly(Token.WITHOUT_LA, Keyword.TIME);
        assertThat(kinds("format json")).containsExactly(Token.FORMAT_LA, Keyword.JSON);
    }

    @Test
    void takesTheLinesBehindCopyForData() {
        Tokens tokens = scan("copy t from stdin;\n1\t'x\n\\.\nselect 1;");

        assertThat(tokens.copyData()).containsExactly(new SourceRange(19, 24));
        assertThat(tokens.kind(tokens.size() - 3)).isEqualTo(Keyword.SELECT);
    }

    @Test
    void takesWhatFollowsCopyForSqlWhereNoDataEnds() {
        assertThat(scan("copy t from stdin;\nselect 1;").copyData()).isEmpty();
        assertThat(scan("copy (select 1 from stdin) to stdout;\n\\.\n").copyData())
                .isEmpty();
    }

    @Test
    void namesTheCommandsOfPsql() {
        Tokens tokens = scan("\\connect db\nselect 1 \\gset\n");

        assertThat(tokens.metaCommands()).containsExactly(new SourceRange(0, 11), new SourceRange(21, 26));
    }

    @Test
    void keepsComments() {
        assertThat(scan("a -- b\n/* c /* d */ */ e").comments())
                .containsExactly(new SourceRange(2, 6), new SourceRange(7, 22));
    }

    @Test
    void leavesOutAByteOrderMark() {
        assertThat(kinds("\uFEFFselect")).containsExactly(Keyword.SELECT);
    }

    @Test
    void goesOnBehindWhatItRefuses() {
        Tokens tokens = scan("1a; \"\"; E'\\u12'; b");

        assertThat(tokens.problem(0))
                .isEqualTo(new ScanProblem(
                        "trailing junk after numeric literal at or near \"1a\"", new SourceRange(0, 2)));
        assertThat(tokens.problem(2))
                .isEqualTo(
                        new ScanProblem("zero-length delimited identifier at or near \"\"\"\"", new SourceRange(4, 6)));
        assertThat(tokens.problem(4)).isEqualTo(new ScanProblem("invalid Unicode escape", SourceRange.at(10)));
        assertThat(tokens.problem(6)).isNull();
    }

    private static Tokens scan(String text) {
        return Lexer.scan(text, new SourceRange(0, text.length()));
    }

    private static List<String> written(String text) {
        Tokens tokens = scan(text);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::written).toList();
    }

    private static int[] kinds(String text) {
        Tokens tokens = scan(text);
        return IntStream.range(0, tokens.size()).map(tokens::kind).toArray();
    }
}
