package dev.pgmigrate.sql.plpgsql;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Expression.SubLink;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.parser.SyntaxError;
import dev.pgmigrate.sql.plpgsql.PlStatement.Into;
import dev.pgmigrate.sql.plpgsql.PlStatement.RaiseLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlpgsqlParserTest {
    @Test
    void aGuardIsABlockWithOneStatementAndTheConditionsThatItCatches() {
        PlpgsqlBody body = valid("""
                begin
                    create type mood as enum ('glad', 'sad');
                exception
                    when duplicate_object or sqlstate '42P07' then null;
                end
                """);

        PlBlock block = body.block().orElseThrow();
        assertThat(block.statements().list()).singleElement().isInstanceOf(PlStatement.Sql.class);
        assertThat(body.sql()).singleElement().matches(sql -> sql.kind() == StatementKind.CREATE_ENUM);
        assertThat(block.handlers()).singleElement().satisfies(handler -> {
            assertThat(handler.catches("42710")).isTrue();
            assertThat(handler.catches("42P07")).isTrue();
            assertThat(handler.catches("42701")).isFalse();
            assertThat(handler.statements().list()).singleElement().isInstanceOf(PlStatement.Null.class);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "others, 42501, true",
        "others, 57014, false",
        "others, P0004, false",
        "integrity_constraint_violation, 23505, true",
        "unique_violation, 23503, false",
        "modifying_sql_data_not_permitted, 38002, true"
    })
    void aHandlerCatchesItsCodesItsClassOrAllButTwo(String condition, String sqlState, boolean caught) {
        PlBlock block = valid("begin null; exception when " + condition + " then null; end")
                .block()
                .orElseThrow();

        assertThat(block.handlers().get(0).catches(sqlState)).isEqualTo(caught);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin drop table if exists t; end $$;",
                "do 'begin perform ''a''; alter operator = (int, int) set (restrict = neqsel); drop table if exists t; end';",
                "do $x$ begin drop table if exists t; end $x$;",
                "do 'begin drop table if exists t; end';",
                "do 'begin perform ''it''''s''; drop table if exists t; end';",
                "do e'begin\\n perform \\'\\u0041\\'; drop table if exists t; end';",
                "do u&'begin perform \\0031; drop table if exists t; end';",
                "do 'begin '\n  'drop table if exists t; end';"
            })
    void statementsStandWhereTheFileHasThem(String script) {
        SourceText source = SourceText.of(script);
        SourceRange literal = new SourceRange("do ".length(), script.length() - 1);

        PlpgsqlBody body = PlpgsqlParser.parse(source, literal);

        assertThat(body.errors()).isEmpty();
        assertThat(body.sql().map(sql -> source.text(sql.range()))).contains("drop table if exists t");
        assertThat(body.walk().map(statement -> source.text(statement.range()))).contains("drop table if exists t");
    }

    @Test
    void intoIsNoPartOfTheSql() {
        PlStatement.Sql sql =
                (PlStatement.Sql) only("select id, name into strict found_id, r.name from users where id = 1;");

        Into into = requireNonNull(sql.into());
        assertThat(into.strict()).isTrue();
        assertThat(into.targets()).map(Object::toString).containsExactly("found_id", "r.name");
        assertThat(sql.statement().kind()).isEqualTo(StatementKind.SELECT);
    }

    @Test
    void insertKeepsItsOwnIntoAndGivesTheOtherToReturning() {
        PlStatement.Sql sql =
                (PlStatement.Sql) only("insert into users (name) values ('Ada') returning id into new_id;");

        assertThat(sql.statement().kind()).isEqualTo(StatementKind.INSERT);
        assertThat(requireNonNull(sql.into()).targets()).map(Object::toString).containsExactly("new_id");
    }

    @Test
    void anExpressionWithAFromIsTheSubSelectThatItIsShortFor() {
        assertThat(((PlStatement.Assignment) only("total := sum(price) from items;")).value())
                .isInstanceOf(SubLink.class);
        assertThat(((PlStatement.Return) only("return distinct a from t;")).value())
                .isInstanceOf(SubLink.class);
    }

    @Test
    void branchesKeepTheirConditionsAndStatements() {
        PlBranching.If branching = (PlBranching.If)
                only("if a > 1 then null; elsif a > 2 then null; null; elseif a > 3 then else return; end if;");

        assertThat(branching.branches())
                .map(branch -> branch.statements().size())
                .containsExactly(1, 2, 0);
        assertThat(requireNonNull(branching.otherwise()).size()).isEqualTo(1);
    }

    @Test
    void caseListsItsValues() {
        PlBranching.Case branching =
                (PlBranching.Case) only("case x when 1, 2 then null; when 3 then null; else null; end case;");

        assertThat(branching.operand()).isNotNull();
        assertThat(branching.branches())
                .map(branch -> branch.conditions().size())
                .containsExactly(2, 1);
    }

    @Test
    void dynamicSqlIsToldApart() {
        PlStatement.Execute execute =
                (PlStatement.Execute) only("execute format('drop table %I', name) using 1, 2 into strict n;");

        assertThat(execute.using()).hasSize(2);
        assertThat(execute.into()).isNotNull();
        assertThat(only("for r in execute 'select 1' using a loop null; end loop;"))
                .isInstanceOf(PlLoop.ForExecute.class);
        assertThat(only("open c for execute 'select 1';")).isInstanceOf(PlStatement.OpenExecute.class);
        assertThat(only("return query execute 'select 1' using a;")).isInstanceOf(PlStatement.ReturnQueryExecute.class);
    }

    @Test
    void loopsAreToldApart() {
        assertThat(only("loop exit; end loop;")).isInstanceOf(PlLoop.Loop.class);
        assertThat(only("while a loop null; end loop;")).isInstanceOf(PlLoop.While.class);
        assertThat(only("for i in reverse 10 .. 1 by 2 loop null; end loop;"))
                .isInstanceOfSatisfying(PlLoop.ForInteger.class, loop -> {
                    assertThat(loop.reverse()).isTrue();
                    assertThat(loop.step()).isNotNull();
                });
        assertThat(only("for a, b in select 1, 2 from t loop null; end loop;"))
                .isInstanceOfSatisfying(
                        PlLoop.ForQuery.class,
                        loop -> assertThat(loop.targets()).hasSize(2));
        assertThat(only("foreach x slice 1 in array xs loop continue when x is null; end loop;"))
                .isInstanceOf(PlLoop.Foreach.class);
    }

    @Test
    void aDeclaredCursorIsNoQuery() {
        PlBlock block = valid("""
                        declare
                            users cursor (low int) for select id from people where id > low;
                        begin
                            for r in users(10) loop null; end loop;
                            for r in (select 1) loop null; end loop;
                        end
                        """).block().orElseThrow();

        assertThat(block.statements().list()).hasExactlyElementsOfTypes(PlLoop.ForCursor.class, PlLoop.ForQuery.class);
        assertThat(block.sql()).hasSize(1);
    }

    @Test
    void declarationsKeepTypeValueAndConstraints() {
        PlBlock block = valid("""
                        declare
                            a int;
                            b constant numeric(10, 2) not null := 1.5;
                            c users.email%type[];
                            d users%rowtype;
                            e text collate "C" default 'x';
                            f alias for $1;
                            g record;
                        begin
                        end;
                        """).block().orElseThrow();

        assertThat(block.declarations())
                .map(declaration -> declaration.name().text())
                .containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(block.declarations().get(1)).isInstanceOfSatisfying(PlDeclaration.Variable.class, variable -> {
            assertThat(variable.constant()).isTrue();
            assertThat(variable.notNull()).isTrue();
            assertThat(variable.value()).isNotNull();
        });
        assertThat(((PlDeclaration.Variable) block.declarations().get(2)).type())
                .isInstanceOf(PlType.OfColumn.class);
        assertThat(((PlDeclaration.Variable) block.declarations().get(3)).type())
                .isInstanceOf(PlType.OfRow.class);
        assertThat(block.declarations().get(5)).isInstanceOf(PlDeclaration.Alias.class);
        assertThat(block.expressions()).hasSize(2);
    }

    @Test
    void raiseKeepsLevelFormatConditionAndOptions() {
        PlStatement.Raise notice =
                (PlStatement.Raise) only("raise notice '% of 100 %%', a using hint = 'h', detail := 'd';");
        assertThat(notice.level()).isEqualTo(RaiseLevel.NOTICE);
        assertThat(notice.format()).isEqualTo("% of 100 %%");
        assertThat(notice.options()).map(PlStatement.RaiseOption::option).containsExactly("HINT", "DETAIL");

        PlStatement.Raise condition = (PlStatement.Raise) only("raise unique_violation using message = 'm';");
        assertThat(condition.level()).isEqualTo(RaiseLevel.EXCEPTION);
        assertThat(requireNonNull(condition.condition()).sqlStates()).containsExactly("23505");

        PlStatement.Raise again = (PlStatement.Raise) only("raise;");
        assertThat(again.format()).isNull();
        assertThat(again.condition()).isNull();
        assertThat(again.options()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a := 1;",
                "a.b[1].c = 2;",
                "new.updated_at := now();",
                "a[1:2] := array[1, 2];",
                "$1 := 2;",
                "return := 1;",
                "assert a > 1, 'message';",
                "perform f(1), g(2) from t;",
                "call p(1);",
                "do $x$ begin end $x$;",
                "get diagnostics n = row_count, c := pg_context;",
                "get stacked diagnostics m = message_text;",
                "open c;",
                "open c(1, b := 2);",
                "open c no scroll for select 1;",
                "fetch c into a;",
                "fetch next from c into a, b;",
                "fetch absolute 5 from c into a;",
                "fetch backward all in c into a;",
                "move forward 2 + 1 from c;",
                "move c;",
                "close c;",
                "commit;",
                "rollback and no chain;",
                "commit and chain;",
                "null;",
                "return;",
                "return next;",
                "return next x;",
                "return query select 1;",
                "<<a>> begin null; end a;",
                "<<a>> loop exit a when true; end loop a;",
                "create function f() returns int begin atomic; select case when true then 1 end; end;",
                "create table t (a int);",
                "with x as (select 1) select * into a from x;",
                "delete from t where a = 1;",
                "merge into t using s on true when matched then delete;",
                "set local lock_timeout = '1s';",
                "truncate t;",
                "import foreign schema a from server s into b;",
                "if exists (select 1 from t) then null; end if;"
            })
    void takesWhatTheServerTakes(String statement) {
        assertThat(only(statement)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "begin selec 1; end | syntax error at or near \"selec\" | selec",
                "begin if a then null; end | syntax error at end of input | ``",
                "begin if a; end if; end | missing \"THEN\" at end of SQL expression | ;",
                "begin assert ; end | missing expression at or near \";\" | ;",
                "begin a := (1; end | mismatched parentheses at or near \";\" | ;",
                "begin null; exception when no_such then null; end | unrecognized exception condition \"no_such\" | no_such",
                "begin null; exception when sqlstate 'x' then null; end | invalid SQLSTATE code | 'x'",
                "begin raise 'a %'; end | too few parameters specified for RAISE | 'a %'",
                "begin raise 'a', 1; end | too many parameters specified for RAISE | 'a'",
                "begin exit; end | EXIT cannot be used outside a loop, unless it has a label | exit",
                "begin continue; end | CONTINUE cannot be used outside a loop | continue",
                "declare a int; a text; begin end | duplicate declaration at or near \"a\" | a",
                "declare a int not null; begin end | variable \"a\" must have a default value, since it's declared NOT NULL | a",
                "declare a ; begin end | missing data type declaration at or near \";\" | ;",
                "<<x>> begin end y | end label \"y\" differs from block's label \"x\" | y",
                "begin end y | end label \"y\" specified for unlabeled block | y",
                "begin select 1 into a into b; end | INTO specified more than once at or near \"into\" | into",
                "begin get diagnostics a = message_text; end | diagnostics item MESSAGE_TEXT is not allowed in GET CURRENT DIAGNOSTICS | message_text",
                "begin for a, b in 1..2 loop end loop; end | integer FOR loop must have only one target variable | b",
                "begin null; end; null | syntax error at or near \"null\" | null",
                "select 1 | syntax error at or near \"select\" | select"
            })
    void saysWhatIsWrongInTheServersWords(String text, String message, String place) {
        String quoted = "$$" + text + "$$";
        PlpgsqlBody body = PlpgsqlParser.parse(SourceText.of(quoted), new SourceRange(0, quoted.length()));

        assertThat(body.errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).isEqualTo(message);
            assertThat(SourceText.of(quoted).text(error.range())).isEqualTo(place == null ? "" : place);
        });
    }

    @Test
    void goesOnBehindAWrongStatement() {
        String text = "$$ begin selec 1; update t set a = 1; if b + then null; end if; delete from t; end $$";

        PlpgsqlBody body = PlpgsqlParser.parse(SourceText.of(text), new SourceRange(0, text.length()));

        assertThat(body.errors())
                .map(SyntaxError::message)
                .containsExactly("syntax error at or near \"selec\"", "syntax error at end of input");
        assertThat(body.sql()).map(sql -> sql.kind()).containsExactly(StatementKind.UPDATE, StatementKind.DELETE);
    }

    @Test
    void nestsDeeperThanAStack() {
        int depth = 20_000;
        PlpgsqlBody body = valid("begin " + "if a then ".repeat(depth) + "null;" + " end if;".repeat(depth) + " end");

        assertThat(body.walk()).hasSize(depth + 2);
        assertThat(body.block().orElseThrow().toString()).isNotEmpty();
        assertThat(body.block().orElseThrow()).isEqualTo(body.block().orElseThrow());
    }

    @Test
    void walksInTheOrderOfTheText() {
        PlpgsqlBody body = valid(
                "begin perform 1; if a then perform 2; else perform 3; end if; begin perform 4; exception when others then perform 5; end; end");

        List<Integer> starts =
                body.walk().map(statement -> statement.range().start()).toList();

        assertThat(starts).isSorted().hasSize(8);
    }

    private static PlStatement only(String statement) {
        PlpgsqlBody body = valid("begin " + statement + " end");
        return body.statements().list().get(0);
    }

    private static PlpgsqlBody valid(String text) {
        String quoted = "$body$" + text + "$body$";
        PlpgsqlBody body = PlpgsqlParser.parse(SourceText.of(quoted), new SourceRange(0, quoted.length()));
        assertThat(body.errors()).isEmpty();
        return body;
    }
}
