package dev.pgmigrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rule can ask about a statement, asked by a rule whose message is the answer. */
class LintContextTest {
    private static final Facts FACTS =
            Facts.info(Category.DESIGN).alsoInRollbacks().at(Place.ALL).since("0.1");

    @TempDir
    private Path project;

    /** Answers with what it is given to ask about every statement. */
    private static final class Asking extends StatementRule<Statement> {
        private final Function<LintContext, Object> question;

        Asking(Function<LintContext, Object> question) {
            super(FACTS, Statement.class);
            this.question = question;
        }

        @Override
        protected void check(Statement statement, LintContext context, Reporter reporter) {
            reporter.report(statement.range(), String.valueOf(question.apply(context)), "Nothing.");
        }
    }

    @Test
    void tableIsFreshUntilItIsFilledOrItsFileIsApplied() throws IOException {
        write("001_a.sql", "create table a (id int); insert into a values (1); select 1; alter table a add b int;");
        write("002_b.sql", "-- migrate:transaction off\ncreate table b (id int); insert into b values (1); select 1;");
        write(
                "003_c.sql",
                "create index i on a (id); create temp table t (id int); create view v as select 1; select 1;");

        assertThat(answers(AppliedVersions.UNKNOWN, fresh("a")))
                .containsExactly(
                        "false", "true", "true", "true", "false", "false", "false", "false", "false", "false", "false");
        assertThat(answers(AppliedVersions.UNKNOWN, fresh("b")))
                .containsExactly(
                        "false", "false", "false", "false", "false", "true", "false", "false", "false", "false",
                        "false");
        assertThat(answers(AppliedVersions.UNKNOWN, fresh("t")).subList(8, 11))
                .containsExactly("false", "true", "true");
        assertThat(answers(AppliedVersions.UNKNOWN, fresh("v")).subList(8, 11))
                .containsExactly("false", "false", "true");
        assertThat(answers(AppliedVersions.UNKNOWN, fresh("i")).subList(7, 9)).containsExactly("false", "true");
        AppliedVersions first = AppliedVersions.of(List.of(MigrationVersion.of("1")));
        assertThat(answers(first, fresh("b")).subList(5, 8)).containsExactly("true", "false", "false");
        AppliedVersions none = AppliedVersions.of(List.of());
        assertThat(answers(none, fresh("a")).subList(3, 8)).containsExactly("true", "false", "false", "false", "false");
    }

    @Test
    void whatPsqlRunsIsSeenAtOnce() throws IOException {
        write("001_a.sql", "create table a (id int); insert into a values (1); select 1;");
        LintSettings psql = SettingsBuilder.defaults().runner(Runner.PSQL).build();

        assertThat(answers(psql, AppliedVersions.UNKNOWN, fresh("a"))).containsExactly("false", "true", "false");
    }

    private static Function<LintContext, Object> fresh(String relation) {
        return context -> context.isFresh(QualifiedName.of(relation));
    }

    @Test
    void tableAndColumnAreMadeHereWhereThisFileMakesThem() throws IOException {
        write("001_a.sql", "create table a (id int); alter table a add b int;");
        write("002_b.sql", "alter table a add c int; alter table a add b int; create temp table t (id int); select 1;");

        assertThat(answers(AppliedVersions.UNKNOWN, context -> context.isMadeHere(name(context, "a"))))
                .containsExactly("false", "true", "false", "false", "false", "false");
        assertThat(answers(AppliedVersions.UNKNOWN, context -> context.isMadeHere(name(context, "t"))))
                .containsExactly("false", "false", "false", "false", "false", "true");
        assertThat(answers(AppliedVersions.UNKNOWN, context -> context.isMadeHere(name(context, "a"), "c")))
                .containsExactly("false", "false", "false", "true", "true", "true");
        assertThat(answers(AppliedVersions.UNKNOWN, context -> context.isMadeHere(name(context, "a"), "b")))
                .containsExactly("false", "false", "false", "false", "false", "false");
        assertThat(answers(AppliedVersions.UNKNOWN, context -> context.isMadeHere(name(context, "t"), "c")))
                .containsOnly("false");
    }

    private static ObjectName name(LintContext context, String table) {
        return new ObjectName(
                List.of(new Name(table, context.statement().range())),
                context.statement().range());
    }

    @Test
    void whatAnEarlierFileMadeIsNotFresh() throws IOException {
        write(
                "001_a.sql",
                "create table a (id int); create index i on a (id); create view v as select 1 as x; select 1;");
        write("002_b.sql", "select 2;");

        assertThat(answers(AppliedVersions.UNKNOWN, fresh("i")))
                .containsExactly("false", "false", "true", "true", "false");
        assertThat(answers(AppliedVersions.UNKNOWN, fresh("v")))
                .containsExactly("false", "false", "false", "true", "false");
    }

    @Test
    void columnIsMadeHereOnlyByTheStatementThatAddsIt() throws IOException {
        write("001_a.sql", "create table a (id int);");
        write("002_b.sql", "alter table a add c int; alter table a alter d set default 1; select 1;");

        assertThat(answers(AppliedVersions.UNKNOWN, context -> context.isMadeHere(name(context, "a"), "d")))
                .containsOnly("false");
        assertThat(answers(AppliedVersions.UNKNOWN, context -> context.isMadeHere(name(context, "a"), "c")))
                .containsExactly("false", "false", "true", "true");
    }

    @Test
    void tableIsFreshUnderTheNameThatIsWritten() throws IOException {
        write("001_a.sql", "create table a (id int); select 1;");

        assertThat(answers(AppliedVersions.UNKNOWN, context -> context.isFresh(name(context, "a"))))
                .containsExactly("false", "true");
    }

    /** The server parses such a body as it makes the function, unless it is a string and the setting is off. */
    @Test
    void bodyOfAFunctionInSqlIsChecked() throws IOException {
        write("001_a.sql", """
                create function f() returns int language sql as 'select 1';
                create function g() returns int language plpgsql as 'begin return 1; end';
                do $$ begin perform 2; end $$;
                set check_function_bodies = off;
                create function h() returns int language sql as 'select 3';
                create function i() returns int language sql begin atomic select 4; end;
                """);

        assertThat(answers(
                        AppliedVersions.UNKNOWN,
                        context -> context.text(context.statement()).replaceAll("\\W.*", "") + " "
                                + context.isCheckedBody()))
                .containsExactly(
                        "create false",
                        "select true",
                        "create false",
                        "do false",
                        "perform false",
                        "set false",
                        "create false",
                        "select false",
                        "create false",
                        "select true");
    }

    @Test
    void statementKnowsItsFileItsSettingsAndWhatItDoes() throws IOException {
        write("001_a.sql", "create table a (id int); set lock_timeout = '1s'; alter table a add b int; vacuum a;");
        write("002_b.sql", "-- migrate:transaction off\nvacuum a;");
        LintSettings settings = SettingsBuilder.defaults()
                .runner(Runner.FLYWAY)
                .flavour(Flavour.SUPABASE)
                .build();

        assertThat(answers(
                        settings,
                        AppliedVersions.UNKNOWN,
                        context -> context.migration().version() + " "
                                + context.settings().all().keySet() + " "
                                + context.schemaAfter()
                                        .table(name(context, "a"))
                                        .map(table -> table.columns().all().size())
                                + " "
                                + context.effects().size() + " " + context.inTransaction() + " " + context.runner()
                                + " " + context.flavour() + " " + context.rerun()))
                .containsExactly(
                        "001 [] Optional[1] 0 true FLYWAY SUPABASE REQUIRED",
                        "001 [] Optional[1] 0 true FLYWAY SUPABASE REQUIRED",
                        "001 [lock_timeout] Optional[2] 1 true FLYWAY SUPABASE REQUIRED",
                        "001 [lock_timeout] Optional[2] 1 true FLYWAY SUPABASE REQUIRED",
                        "002 [] Optional[2] 1 false FLYWAY SUPABASE REQUIRED");
    }

    @Test
    void secondRunTripsOverWhatNothingCatches() throws IOException {
        write("001_a.sql", """
                create table a (id int);
                do $$ begin
                    create table b (id int);
                    if true then create table c (id int); end if;
                    begin create table d (id int); exception when duplicate_table then null; end;
                    begin create table e (id int); exception when undefined_table then null; end;
                end $$;
                alter table a rename to f;
                """);

        assertThat(answers(
                        AppliedVersions.UNKNOWN,
                        context -> context.collisions().stream()
                                .map(collision -> collision.name())
                                .toList()))
                .containsExactly("[]", "[]", "[b]", "[]", "[]", "[]", "[]");
        assertThat(answers(
                        AppliedVersions.UNKNOWN,
                        context -> context.uncaughtCollisions().stream()
                                .map(collision -> collision.name())
                                .toList()))
                .containsExactly("[]", "[]", "[]", "[]", "[]", "[e]", "[]");
        assertThat(answers(AppliedVersions.UNKNOWN, context -> context.isGuardedAgainst(SqlState.DUPLICATE_TABLE)))
                .containsExactly("false", "false", "false", "true", "true", "false", "false");
        assertThat(answers(AppliedVersions.UNKNOWN, context -> context.guard().isPresent()))
                .containsExactly("false", "false", "false", "true", "true", "true", "false");
        assertThat(answers(
                        AppliedVersions.UNKNOWN, context -> context.isGoneOnSecondRun(QualifiedName.of("public", "a"))))
                .containsExactly("true", "false", "false", "false", "false", "false", "false");
    }

    @Test
    void statementHasItsPlaceAmongTheOthers() throws IOException {
        write("001_a.sql", "select 1; begin; select 2; commit; do $$ begin perform 1; end $$;");
        write("001_a.down.sql", "select 1;");

        assertThat(answers(
                        AppliedVersions.UNKNOWN,
                        context -> context.earlier().size() + " "
                                + context.later().size() + " " + context.inTransaction() + " " + context.transaction()
                                + " "
                                + context.place() + " " + context.isRollback() + " "
                                + context.body().isPresent() + " "
                                + context.file().topLevel().size()))
                .containsExactly(
                        "0 5 true RUNNER FILE false false 5",
                        "1 4 true RUNNER FILE false false 5",
                        "2 3 true FILE FILE false false 5",
                        "3 2 true FILE FILE false false 5",
                        "4 1 true RUNNER FILE false true 5",
                        "5 0 true RUNNER DO_BODY false false 5",
                        "0 0 true RUNNER FILE true false 1");
    }

    @Test
    void rewriteStandsInFrontOrAroundButNeverInsideABody() throws IOException {
        write("001_a.sql", "select 1;  create table a (id int);\n  drop table a; do $$ begin drop table b; end $$;");
        String text = Files.readString(project.resolve("migrations/001_a.sql"));

        assertThat(answers(AppliedVersions.UNKNOWN, context -> rewritten(context, text)))
                .filteredOn(answer -> !answer.equals("none"))
                .containsExactly(
                        text.replace("create table a", "select 2;\ncreate table a"),
                        text.replace("  drop table a", "  select 2;\n  drop table a"));
        assertThat(answers(
                        AppliedVersions.UNKNOWN,
                        context -> context.guardedBy("others", context.statement())
                                .map(fix -> fix.apply(text))
                                .orElse("none")))
                .contains(
                        text.replace(
                                "drop table a;", "DO $$ BEGIN drop table a; EXCEPTION WHEN others THEN NULL; END $$;"),
                        text.replace(
                                "do $$ begin drop table b; end $$",
                                "DO $guard$ BEGIN do $$ begin drop table b; end $$;"
                                        + " EXCEPTION WHEN others THEN NULL; END $guard$"),
                        "none");
        assertThat(answers(
                        AppliedVersions.UNKNOWN,
                        context -> context.onlyIf("$guard$ = '$$'", context.statement())
                                .map(fix -> fix.apply(text))
                                .orElse("none")))
                .contains(text.replace(
                        "drop table a;",
                        "DO $guard1$ BEGIN IF $guard$ = '$$' THEN drop table a; END IF; END $guard1$;"));
    }

    private static String rewritten(LintContext context, String text) {
        if (context.statement() instanceof TableStatement.CreateTable
                || context.text(context.statement()).equals("drop table a")
                || context.text(context.statement()).equals("drop table b")) {
            return context.precededBy("select 2;").map(fix -> fix.apply(text)).orElse("none");
        }
        return "none";
    }

    @Test
    void nodesAreThoseOfTheStatement() throws IOException {
        write("001_a.sql", "alter table a add b int, add c int;");

        assertThat(answers(
                        AppliedVersions.UNKNOWN,
                        context -> context.nodes(Name.class).stream()
                                        .map(Name::text)
                                        .toList() + " " + context.nodes().contains(context.statement())))
                .containsExactly("[a, b, pg_catalog, int4, c, pg_catalog, int4] true");
    }

    @Test
    void appliedFilesAndThoseBeforeLintFromAreHistory() throws IOException {
        write("001_a.sql", "select 1;");
        write("002_b.sql", "select 1;");
        write("002_b.down.sql", "select 1;");
        write("003_c.sql", "select 1;");
        LintSettings from =
                SettingsBuilder.defaults().lintFrom(MigrationVersion.of("2")).build();
        AppliedVersions applied = AppliedVersions.of(List.of(MigrationVersion.of("2")));
        Function<LintContext, Object> history = context -> context.file().isHistory();

        assertThat(answers(from, AppliedVersions.UNKNOWN, history)).containsExactly("true", "false", "false", "false");
        assertThat(answers(LintSettings.defaults(), applied, history))
                .containsExactly("false", "true", "true", "false");
        assertThat(report(from, applied, history).history())
                .isEqualTo(Set.of("migrations/001_a.sql", "migrations/002_b.sql", "migrations/002_b.down.sql"));
    }

    @Test
    void contextIsMadeOnceForAStatement() throws IOException {
        write("001_a.sql", "select 1; select 2;");

        assertThat(answers(AppliedVersions.UNKNOWN, context -> {
                    Step step = context.step();
                    return context.file().context(step) == context
                            && isSame(context::nodes)
                            && isSame(context::collisions)
                            && isSame(context::effects);
                }))
                .containsOnly("true");
    }

    private static boolean isSame(Supplier<?> asked) {
        Object first = asked.get();
        return first == asked.get();
    }

    private void write(String name, String sql) throws IOException {
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("migrations").resolve(name), sql);
    }

    private List<String> answers(AppliedVersions applied, Function<LintContext, Object> question) {
        return answers(LintSettings.defaults(), applied, question);
    }

    private List<String> answers(
            LintSettings settings, AppliedVersions applied, Function<LintContext, Object> question) {
        LintReport report = report(settings, applied, question);
        return report.findings().stream().map(Finding::message).toList();
    }

    private LintReport report(LintSettings settings, AppliedVersions applied, Function<LintContext, Object> question) {
        Migrations migrations = Migrations.read(MigrationFolders.find(project, List.of(), null));
        return Linter.lint(migrations, settings, List.of(new Asking(question)), applied);
    }
}
