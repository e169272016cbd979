package dev.pgmigrate.sql.plpgsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantSqlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'drop table if exists t'",
                "$q$drop table if exists t$q$",
                "('drop table if exists t'::text)",
                "'drop table ' || 'if exists t'",
                "format('drop table if exists t')",
                "concat('drop table ', $$if exists t$$)",
                "E'drop\\ttable if exists t'"
            })
    void statementsStandWhereTheTextInTheConstantDoes(String command) {
        SourceText source = SourceText.of("do $$ begin execute " + command + "; end $$;");

        Statement statement = script(source).orElseThrow().statements().get(0);

        assertThat(source.text(statement.range())).startsWith("drop").endsWith("t");
        assertThat(source.text().indexOf("drop")).isEqualTo(statement.range().start());
    }

    @Test
    void anArgumentStandsWhereItIsPutIn() {
        SourceText source = SourceText.of("do $$ begin execute format('drop table %I, b', 'Notes'); end $$;");

        Statement statement = script(source).orElseThrow().statements().get(0);

        assertThat(source.text(statement.range())).isEqualTo("drop table %I, b");
    }

    @Test
    void allOfItStandsAtTheConstantWhereTheFileShowsItInOtherSigns() {
        SourceText source = SourceText.of("do 'begin execute ''drop table a''; end';");

        Statement statement = script(source).orElseThrow().statements().get(0);

        assertThat(source.text(statement.range())).isEqualTo("''drop table a''");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "'drop table ' || name",
                "format('drop table %I', name)",
                "format('drop table %s', null)",
                "format('drop table %5s', 'a')",
                "format('drop table %I')",
                "upper('drop table a')",
                "app.format('drop table a')",
                "'drop table a'::bytea",
                "'commit'"
            })
    void whatIsMadeWhileItRunsIsNotKnown(String command) {
        assertThat(script(SourceText.of("do $$ begin execute " + command + "; end $$;")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format('select %L::text as %I, 10%%', 'it''s', 'a b')",
                "format('select %2$L, %s, %1$I, %3$s, %s', 'C', 'D', '7', '8')",
                "format('select %L', E'back\\\\slash')",
                "'select ' || quote_literal('a''b') || ' as ' || quote_ident('select')",
                "concat('select 1', E'\\n', $$-- '$$)",
                "'drop table '\n  'a'"
            })
    void theTextIsTheOneThatTheServerMakes(String command) {
        SourceText source = SourceText.of("do $x$ begin execute " + command + "; end $x$;");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            String made = connection
                    .queryOne("select " + command, row -> row.getString(1))
                    .orElseThrow();
            assertThat(ConstantSql.text(source, command(source))).contains(made);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create collation plain (locale = 'C', provider = \"icu\")",
                "create type words (input = words_in, output = words_out, like = text)",
                "begin isolation level read committed, read only",
                "create aggregate last(variadic \"any\" order by variadic \"any\") (sfunc = f, stype = s)",
                "set transaction isolation level serializable",
                "create table a (b numeric(10, 2) default -1.5, c text[] not null, check (b > 0 and c <> '{}'))",
                "select a.b::int, $1, interval '1' day from a, lateral f(a.b) as g(x int) where a.c in (select 1)",
                "comment on function app.f(int, text) is $$it's$$"
            })
    void itIsTheSameTreeWhereverItsSignsStand(String sql) {
        Statement direct = SqlParser.parse(SourceText.of(sql)).statements().get(0);
        String quoted = sql.replace("'", "''");
        int half = sql.indexOf(' ', sql.length() / 2);
        String first = sql.substring(0, half).replace("'", "''");
        String second = sql.substring(half).replace("'", "''");
        for (String script : List.of(
                "do $x$ begin execute '" + quoted + "'; end $x$;",
                "do 'begin execute ''" + quoted.replace("'", "''") + "''; end';",
                "do $x$ begin execute '" + first + "' || '" + second + "'; end $x$;",
                "do $x$ begin execute format('%s%s', '" + first + "', '" + second + "'); end $x$;")) {
            SourceText source = SourceText.of(script);
            String known = ConstantSql.text(source, command(source)).orElseThrow();
            assertThat(known).as(script).isEqualTo(sql);
            List<String> trees = script(source).stream()
                    .flatMap(made -> made.statements().stream())
                    .map(ConstantSqlTest::nodes)
                    .toList();
            assertThat(trees)
                    .as(script)
                    .isEqualTo(direct instanceof TransactionStatement ? List.of() : List.of(nodes(direct)));
        }
    }

    private static String nodes(Statement statement) {
        return Nodes.all(statement).stream()
                .map(node -> node.getClass().getSimpleName() + (node instanceof Name name ? " " + name.text() : ""))
                .toList()
                .toString();
    }

    private static Optional<SqlScript> script(SourceText source) {
        return ConstantSql.parse(source, command(source));
    }

    private static Expression command(SourceText source) {
        SourceRange body = new SourceRange("do ".length(), source.text().length() - 1);
        PlStatement execute =
                PlpgsqlParser.parse(source, body).statements().list().get(0);
        return Objects.requireNonNull(execute.dynamicSql());
    }
}
