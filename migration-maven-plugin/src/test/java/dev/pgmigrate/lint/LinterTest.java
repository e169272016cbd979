package dev.pgmigrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.replay.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds whatever the rules are: severities, suppressions, and files that only build up context. */
class LinterTest {
    private static final RuleId IF_NOT_EXISTS = new RuleId("require-if-not-exists");

    @TempDir
    private Path project;

    @Test
    void findingIsPlacedWhereTheNameIsWritten() throws IOException {
        write("20250101000000_create_notes.sql", "-- notes\n  create table notes (id bigint primary key);\n");
        Finding finding = only(IF_NOT_EXISTS, LintSettings.defaults(), AppliedVersions.UNKNOWN);
        assertThat(finding.file()).isEqualTo("migrations/20250101000000_create_notes.sql");
        assertThat(finding.start()).hasToString("2:16");
        assertThat(finding.end()).hasToString("2:21");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.fix().orElseThrow().apply("-- notes\n  create table notes (id bigint primary key);\n"))
                .isEqualTo("-- notes\n  create table IF NOT EXISTS notes (id bigint primary key);\n");
    }

    @Test
    void severityComesFromTheRuleElseFromItsCategory() throws IOException {
        write("20250101000000_create_notes.sql", "create table notes (id bigint primary key);");
        LintSettings category = SettingsBuilder.defaults()
                .categories(Map.of(Category.IDEMPOTENCY, Severity.INFO))
                .build();
        assertThat(only(IF_NOT_EXISTS, category, AppliedVersions.UNKNOWN).severity())
                .isEqualTo(Severity.INFO);
        LintSettings both = SettingsBuilder.of(category)
                .rules(Map.of(IF_NOT_EXISTS, Severity.WARNING))
                .build();
        assertThat(only(IF_NOT_EXISTS, both, AppliedVersions.UNKNOWN).severity())
                .isEqualTo(Severity.WARNING);
        LintSettings off = SettingsBuilder.of(category)
                .rules(Map.of(IF_NOT_EXISTS, Severity.OFF))
                .build();
        assertThat(findings(IF_NOT_EXISTS, off, AppliedVersions.UNKNOWN)).isEmpty();
    }

    @Test
    void trustedHistoryMakesIdempotencyAWarning() throws IOException {
        write("20250101000000_create_notes.sql", "create table notes (id bigint primary key);");
        LintSettings tracked = SettingsBuilder.defaults().rerun(Rerun.TRACKED).build();
        assertThat(only(IF_NOT_EXISTS, tracked, AppliedVersions.UNKNOWN).severity())
                .isEqualTo(Severity.WARNING);
        assertThat(lint(tracked, AppliedVersions.UNKNOWN).failed()).isFalse();
        assertThat(lint(LintSettings.defaults(), AppliedVersions.UNKNOWN).failed())
                .isTrue();
    }

    @Test
    void appliedFilesAndThoseBeforeLintFromNeverFailAndStillGiveContext() throws IOException {
        write("20250101000000_create_notes.sql", "create table notes (id bigint primary key);");
        write("20250102000000_drop_notes.sql", "drop table notes;");
        AppliedVersions applied = AppliedVersions.of(List.of(MigrationVersion.of("20250101000000")));
        assertThat(only(IF_NOT_EXISTS, LintSettings.defaults(), applied).severity())
                .isEqualTo(Severity.INFO);
        LintSettings from = SettingsBuilder.defaults()
                .lintFrom(MigrationVersion.of("20250102000000"))
                .build();
        assertThat(only(IF_NOT_EXISTS, from, AppliedVersions.UNKNOWN).severity())
                .isEqualTo(Severity.INFO);
        RuleId ifExists = new RuleId("require-if-exists");
        assertThat(only(ifExists, from, AppliedVersions.UNKNOWN).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void anOlderPendingFileIsWelcomeWhereTheOrderIsFree() throws IOException {
        write("20250101000000_late.sql", "select 1;");
        write("20250102000000_applied.sql", "select 2;");
        RuleId outOfOrder = new RuleId("out-of-order-version");
        AppliedVersions applied = AppliedVersions.of(List.of(MigrationVersion.of("20250102000000")));

        assertThat(only(outOfOrder, LintSettings.defaults(), applied).file())
                .isEqualTo("migrations/20250101000000_late.sql");
        assertThat(findings(outOfOrder, LintSettings.defaults(), applied.outOfOrder(true)))
                .isEmpty();
    }

    @Test
    void ruleThatThrowsCostsOneFindingAFileAndNothingOfTheOthers() throws IOException {
        write("20250101000000_create_notes.sql", "create table notes (id bigint);\ncreate table tags (id bigint);");
        write("20250102000000_create_cards.sql", "create table cards (id bigint);");
        LintReport without = lint(LintSettings.defaults(), AppliedVersions.UNKNOWN);
        Migrations migrations = Migrations.read(MigrationFolders.find(project, List.of(), null));
        for (Rule failing : Failing.RULES) {
            List<Rule> rules = new ArrayList<>(RuleCatalog.ALL);
            rules.add(0, failing);
            LintReport report = Linter.lint(migrations, LintSettings.defaults(), rules, AppliedVersions.UNKNOWN);
            List<Finding> failures = report.findings().stream()
                    .filter(finding -> finding.rule().equals(EngineRule.INTERNAL_ERROR.id()))
                    .toList();
            assertThat(failures)
                    .map(Finding::file)
                    .doesNotHaveDuplicates()
                    .contains("migrations/20250102000000_create_cards.sql");
            assertThat(failures).allSatisfy(finding -> {
                assertThat(finding.message())
                        .contains("`" + failing.id() + "`")
                        .containsPattern("Failing\\.java:[0-9]+");
                assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            });
            assertThat(report.findings().stream().filter(finding -> !failures.contains(finding)))
                    .containsExactlyElementsOf(without.findings());
        }
    }

    @Test
    void suppressionBindsToTheNextStatementAlone() throws IOException {
        write("20250101000000_create_notes.sql", """
            -- migrate:ignore require-if-not-exists reason="installed once"

            -- a comment between them changes nothing
            create table notes (id bigint primary key);
            create table tags (id bigint primary key);
            """);
        LintReport report = lint(LintSettings.defaults(), AppliedVersions.UNKNOWN);
        assertThat(findings(IF_NOT_EXISTS, LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("`tags`"));
        assertThat(report.suppressed()).anySatisfy(suppressed -> {
            assertThat(suppressed.finding().message()).contains("`notes`");
            assertThat(suppressed.reason()).isEqualTo("installed once");
        });
    }

    @Test
    void bodyThatTheServerDoesNotCheckIsNoSyntaxError() throws IOException {
        write("20250101000000_create_functions.sql", """
                create function f() returns int language plpgsql as 'begin retur 1; end';
                set check_function_bodies = off;
                create function g() returns int language plpgsql as 'begin retur 1; end';
                create function h() returns int language sql as 'selec 1';
                do 'begin retur 1; end';
                """);
        assertThat(findings(EngineRule.SYNTAX_ERROR.id(), LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .map(finding -> finding.start().line())
                .containsExactly(1, 5);
    }

    @Test
    void suppressionBehindSqlMeansItsOwnLine() throws IOException {
        write("20250101000000_create_notes.sql", """
            create table notes (id bigint primary key); -- migrate:ignore require-if-not-exists reason="installed once"
            create table tags (id bigint primary key);
            create table cards (
                id bigint primary key
            ); -- migrate:ignore require-if-not-exists reason="installed once"
            alter table tags add column a int, -- migrate:ignore require-if-not-exists reason="installed once"
                add column b int;
            do $$ begin
                create table stamps (id bigint); -- migrate:ignore require-if-not-exists reason="installed once"
                create table letters (id bigint primary key);
            end $$;
            /* the last */ -- migrate:ignore require-if-not-exists reason="installed once"
            create table pens (id bigint primary key);
            """);
        assertThat(findings(IF_NOT_EXISTS, LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .map(Finding::message)
                .satisfiesExactly(
                        message -> assertThat(message).contains("`tags`"),
                        message -> assertThat(message).contains("`tags.b`"),
                        message -> assertThat(message).contains("`letters`"));
    }

    @Test
    void suppressionWithinAStatementMeansItsNextPart() throws IOException {
        write("20250101000000_change_tags.sql", """
            alter table tags
                add column a int,
                -- migrate:ignore require-if-not-exists reason="installed once"
                add column b int,
                add column c int;
            """);
        assertThat(findings(IF_NOT_EXISTS, LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .map(Finding::message)
                .satisfiesExactly(
                        message -> assertThat(message).contains("`tags.a`"),
                        message -> assertThat(message).contains("`tags.c`"));
    }

    @Test
    void suppressionInAnAppliedFileIsNotAskedToBeDeleted() throws IOException {
        write(
                "20250101000000_create_notes.sql",
                "-- migrate:ignore require-if-exists reason=\"was needed\"\n"
                        + "create table if not exists notes (id int);");
        RuleId unused = EngineRule.UNUSED_SUPPRESSION.id();
        AppliedVersions applied = AppliedVersions.of(List.of(MigrationVersion.of("20250101000000")));
        assertThat(findings(unused, LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .hasSize(1);
        assertThat(findings(unused, LintSettings.defaults(), applied)).isEmpty();
    }

    @Test
    void suppressionInFrontOfABlockCoversItsBody() throws IOException {
        write("20250101000000_create_notes.sql", """
            -- migrate:ignore require-if-not-exists, no-procedural-sql reason="installed once"
            do $$ begin
                create table notes (id bigint primary key);
            end $$;
            """);
        assertThat(findings(IF_NOT_EXISTS, LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .isEmpty();
    }

    @Test
    void suppressionInsideABodyBindsToTheNextStatementThere() throws IOException {
        write("20250101000000_create_notes.sql", """
            do $$ begin
                create table words (id bigint primary key);
                -- migrate:ignore require-if-not-exists reason="installed once"
                create table notes (id bigint primary key);
                -- migrate:ignore require-if-not-exists reason="installed once"
                execute 'create table cards (id bigint primary key)';
                -- migrate:ignore require-if-not-exists reason="both or none"
                begin
                    create table letters (id bigint primary key);
                    create table stamps (id bigint primary key);
                end;
                create table tags (id bigint primary key);
                /* migrate:ignore require-if-not-exists reason="nothing follows" */
            end $$;
            """);
        assertThat(findings(IF_NOT_EXISTS, LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .map(Finding::message)
                .satisfiesExactly(
                        words -> assertThat(words).contains("`words`"),
                        tags -> assertThat(tags).contains("`tags`"));
        assertThat(lint(LintSettings.defaults(), AppliedVersions.UNKNOWN).suppressed().stream()
                        .filter(each -> each.finding().rule().equals(IF_NOT_EXISTS)))
                .map(LintReport.Suppressed::reason)
                .containsExactly("installed once", "installed once", "both or none", "both or none");
        assertThat(findings(EngineRule.UNUSED_SUPPRESSION.id(), LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .map(Finding::start)
                .map(Object::toString)
                .containsExactly("13:23");
    }

    @Test
    void suppressionInsideAFunctionBindsToTheNextStatementThere() throws IOException {
        write("20250101000000_create_notes.sql", "create table if not exists notes (id bigint primary key);");
        write("20250102000000_count_notes.sql", """
            create or replace function count_notes() returns bigint language sql set search_path = '' as $$
                -- migrate:ignore unknown-column reason="comes with release 3"
                select count(id) from public.notes;
            $$;
            """);
        assertThat(findings(EngineRule.UNKNOWN_SUPPRESSION.id(), LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .isEmpty();
        assertThat(findings(EngineRule.UNUSED_SUPPRESSION.id(), LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .map(finding -> finding.start().line())
                .containsExactly(2);
    }

    @Test
    void directiveAboutTheFileIsRefusedInsideABody() throws IOException {
        write("20250101000000_create_notes.sql", "do $$ begin\n  -- migrate:transaction off\n  perform 1;\nend $$;\n");
        assertThat(only(EngineRule.INVALID_DIRECTIVE.id(), LintSettings.defaults(), AppliedVersions.UNKNOWN)
                        .start())
                .hasToString("2:3");
    }

    @Test
    void noRewriteIsOfferedInsideAStringInWhichQuotesAreWrittenTwice() throws IOException {
        write("20250101000000_create_notes.sql", """
            do $$ begin
                execute 'create table notes (id bigint primary key)';
                execute $sql$create table cards (id bigint primary key)$sql$;
            end $$;
            """);
        assertThat(findings(IF_NOT_EXISTS, LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .map(finding -> finding.start() + " " + finding.fix().isPresent())
                .containsExactly("2:27 false", "3:31 true");
    }

    @Test
    void constantTextThatIsNoSqlIsASyntaxErrorUnlessAConditionDecides() throws IOException {
        write("20250101000000_create_notes.sql", """
            do $$ begin
                execute 'create tabel notes (id bigint primary key)';
                if current_setting('server_version_num')::int < 120000 then
                    execute 'create table notes () with oids';
                end if;
            end $$;
            """);
        assertThat(only(EngineRule.SYNTAX_ERROR.id(), LintSettings.defaults(), AppliedVersions.UNKNOWN)
                        .start())
                .hasToString("2:21");
    }

    @Test
    void squawksCommentsCountByItsOwnNames() throws IOException {
        write(
                "20250101000000_create_notes.sql",
                "-- squawk-ignore prefer-robust-stmts\ncreate table notes (id bigint primary key);\n");
        assertThat(findings(IF_NOT_EXISTS, LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .isEmpty();
        assertThat(lint(LintSettings.defaults(), AppliedVersions.UNKNOWN).findings())
                .noneMatch(finding -> finding.rule().equals(EngineRule.SUPPRESSION_WITHOUT_REASON.id())
                        || finding.rule().equals(EngineRule.UNUSED_SUPPRESSION.id()));
    }

    @Test
    void supabaseIsRecognisedByItsSchema() throws IOException {
        write("20250101000000_create_notes.sql", "create table if not exists notes (owner uuid default auth.uid());");
        assertThat(lint(LintSettings.defaults(), AppliedVersions.UNKNOWN).flavour())
                .isEqualTo(Flavour.SUPABASE);
    }

    @Test
    void anotherProjectIsPlain() throws IOException {
        write("20250101000000_create_notes.sql", "create table if not exists notes (id bigint primary key);");
        assertThat(lint(LintSettings.defaults(), AppliedVersions.UNKNOWN).flavour())
                .isEqualTo(Flavour.PLAIN);
    }

    @Test
    void statementInsideABlockHasItsOwnPlace() throws IOException {
        write(
                "20250101000000_create_notes.sql",
                "do $$\nbegin\n  create table notes (id bigint primary key);\nend $$;\n");
        assertThat(only(IF_NOT_EXISTS, LintSettings.defaults(), AppliedVersions.UNKNOWN)
                        .start())
                .hasToString("3:16");
    }

    @Test
    void brokenStatementIsOneErrorAndTheRestIsJudged() throws IOException {
        write(
                "20250101000000_create_notes.sql",
                "create tabel a (id int;\ncreate table notes (id bigint primary key);\n");
        assertThat(findings(EngineRule.SYNTAX_ERROR.id(), LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .hasSize(1);
        assertThat(findings(IF_NOT_EXISTS, LintSettings.defaults(), AppliedVersions.UNKNOWN))
                .hasSize(1);
    }

    @Test
    void runnerDecidesWhatIsInATransaction() throws IOException {
        write(
                "20250101000000_create_notes.sql",
                "create table if not exists notes (id bigint primary key);\nbegin;\nselect 1;\ncommit;\n");
        RuleId nesting = new RuleId("transaction-nesting");
        LintSettings supabase =
                SettingsBuilder.defaults().runner(Runner.SUPABASE).build();
        LintSettings psql = SettingsBuilder.defaults().runner(Runner.PSQL).build();
        assertThat(findings(nesting, supabase, AppliedVersions.UNKNOWN)).isNotEmpty();
        assertThat(findings(nesting, psql, AppliedVersions.UNKNOWN)).isEmpty();
    }

    private void write(String name, String sql) throws IOException {
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("migrations").resolve(name), sql);
    }

    private LintReport lint(LintSettings settings, AppliedVersions applied) {
        Migrations migrations = Migrations.read(MigrationFolders.find(project, List.of(), null));
        return Linter.lint(migrations, settings, RuleCatalog.ALL, applied);
    }

    private List<Finding> findings(RuleId rule, LintSettings settings, AppliedVersions applied) {
        return lint(settings, applied).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    private Finding only(RuleId rule, LintSettings settings, AppliedVersions applied) {
        List<Finding> findings = findings(rule, settings, applied);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
