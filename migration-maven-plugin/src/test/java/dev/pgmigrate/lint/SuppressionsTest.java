package dev.pgmigrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the linter says of the comments that silence it, and of text that is no SQL. */
class SuppressionsTest {
    private static final Set<String> ENGINE = Set.of(
            "unknown-suppression",
            "unused-suppression",
            "suppression-without-reason",
            "expired-suppression",
            "unresolved-placeholder",
            "enum-value-removal",
            "syntax-error");

    @TempDir
    private Path project;

    @Test
    void nameThatIsNoRuleIsAskedBack() throws IOException {
        String sql = "-- migrate:ignore require-if-not-exist, zzz reason=\"once\"\nselect 1;";

        assertThat(found(sql)).containsExactly("1:19 unknown-suppression", "1:41 unknown-suppression");
        assertThat(texts(sql))
                .satisfiesExactly(
                        near -> assertThat(near).contains("`require-if-not-exist`", "`require-if-not-exists`"),
                        far -> assertThat(far).contains("`zzz`", "migrate:explain"));
        assertThat(found("-- squawk-ignore zzz\nselect 1;")).isEmpty();
        assertThat(found("-- migrate:ignore prefer-big-int reason=\"once\"\nselect 1;"))
                .containsExactly("1:19 unused-suppression");
    }

    @Test
    void suppressionSaysWhy() throws IOException {
        String one = "-- migrate:ignore require-if-not-exists\ncreate table a (id bigint primary key);";
        String blank =
                "-- migrate:ignore-file no-procedural-sql, require-if-not-exists reason=\" \"\ncreate table a (id bigint primary key);";

        assertThat(found(one)).containsExactly("1:1 suppression-without-reason");
        assertThat(texts(one)).singleElement().asString().contains("`require-if-not-exists`", "reason=\"");
        assertThat(found(blank)).contains("1:1 suppression-without-reason");
        assertThat(texts(blank))
                .anySatisfy(
                        text -> assertThat(text).contains("`no-procedural-sql`, `require-if-not-exists`", "reason=\""));
    }

    @Test
    void suppressionHoldsUpToItsDay() throws IOException {
        String sql = "-- migrate:ignore require-if-not-exists until=%s reason=\"soon\"\n"
                + "create table a (id bigint primary key);";
        String lastDay = sql.formatted("2025-06-01");
        String over = sql.formatted("2025-05-31");

        assertThat(found(lastDay)).isEmpty();
        assertThat(silenced(lastDay)).containsExactly("soon");
        assertThat(found(over)).containsExactly("1:1 expired-suppression");
        assertThat(texts(over)).singleElement().asString().contains("`require-if-not-exists`", "2025-05-31");
        assertThat(silenced(over)).isEmpty();
    }

    /** Of two that silence one finding, the first gives the reason, and neither is idle. */
    @Test
    void twoMaySilenceTheSame() throws IOException {
        String sql = """
                -- migrate:ignore-file require-if-not-exists reason="all"
                -- migrate:ignore require-if-not-exists reason="one"
                create table a (id bigint primary key);
                create table b (id bigint primary key);
                """;

        assertThat(found(sql)).isEmpty();
        assertThat(silenced(sql)).containsExactly("all", "all");
    }

    @Test
    void suppressionThatHidesNothingIsIdle() throws IOException {
        assertThat(found("""
                create table if not exists a (id bigint primary key);
                -- migrate:ignore require-if-not-exists reason="once"
                select 1;
                create table b (id bigint primary key);
                """)).containsExactly("2:19 unused-suppression");
        assertThat(found("select 1;\n-- migrate:ignore require-if-not-exists reason=\"at the end\""))
                .containsExactly("2:19 unused-suppression");
    }

    @Test
    void placeholderIsNoSql() throws IOException {
        String name = "create table ${name} (id int);";

        assertThat(found(name)).containsExactly("1:14 unresolved-placeholder");
        assertThat(texts(name)).singleElement().asString().contains("`${name}`", "migrations/001_a.sql");
        assertThat(found("create table if not exists \"{{ name }}\" (id bigint primary key);"))
                .containsExactly("1:29 unresolved-placeholder");
        assertThat(found("select '${name}'; -- ${other}")).isEmpty();
        assertThat(found("-- ${other}\nselec 1;")).containsExactly("2:1 syntax-error");
        assertThat(found("select \"${a}b\" from t; select \"a${b}\" from t;")).isEmpty();
        assertThat(found("{{ statement }}")).containsExactly("1:1 unresolved-placeholder");
        assertThat(found("-- A comment.\ncreate table ${name} (id int);"))
                .containsExactly("2:14 unresolved-placeholder");
    }

    @Test
    void labelsOfAnEnumStay() throws IOException {
        String sql = "select 1;\n alter type mood drop value 'sad';\n";

        assertThat(found(sql)).containsExactly("2:18 enum-value-removal");
        assertThat(texts(sql)).singleElement().asString().contains("`alter type mood drop value 'sad';`");
    }

    @Test
    void suppressionCoversAStatementThatIsNoSql() throws IOException {
        assertThat(suppressed("-- migrate:ignore syntax-error reason=\"another dialect\"\nselec 1;"))
                .containsExactly("2:1 syntax-error");
    }

    @Test
    void whatIsWrongWithADirectiveIsAMessageWithoutAFullStop() throws IOException {
        assertThat(lint("-- migrate:transactions off\nselect 1;").findings())
                .extracting(Finding::message)
                .contains("There is no directive `migrate:transactions`")
                .noneMatch(message -> message.endsWith("."));
    }

    @Test
    void suppressionCoversTheNextColumnWithAllThatIsInIt() throws IOException {
        String line = "create table if not exists a (id bigint primary key,\n"
                + "-- migrate:ignore ban-char-field reason=\"a code\"\nb char(3), c char(3));";

        assertThat(suppressed(line)).containsExactly("3:3 ban-char-field");
    }

    @Test
    void findingsAndWhatIsSilencedComeInTheOrderOfTheText() throws IOException {
        String sql = "-- migrate:ignore zzz reason=\"once\"\ncreate table a (id int primary key);\n";
        String silenced = "-- migrate:ignore-file generic-name, require-if-not-exists, missing-rollback,"
                + " prefer-bigint-primary-key reason=\"old\"\n" + sql;

        assertThat(lint(sql).findings()).extracting(one -> one.range().start()).isSorted();
        assertThat(found(sql)).startsWith("1:19 unknown-suppression");
        assertThat(lint(silenced).suppressed())
                .hasSizeGreaterThan(2)
                .extracting(one -> one.finding().range().start())
                .isSorted();
    }

    private List<String> suppressed(String sql) throws IOException {
        return lint(sql).suppressed().stream()
                .map(one -> one.finding().start() + " " + one.finding().rule())
                .toList();
    }

    private List<String> found(String sql) throws IOException {
        return lint(sql).findings().stream()
                .filter(finding -> ENGINE.contains(finding.rule().value()))
                .map(finding -> finding.start() + " " + finding.rule())
                .toList();
    }

    private List<String> texts(String sql) throws IOException {
        return lint(sql).findings().stream()
                .filter(finding -> ENGINE.contains(finding.rule().value()))
                .map(finding -> finding.message() + " " + finding.advice())
                .toList();
    }

    private List<String> silenced(String sql) throws IOException {
        return lint(sql).suppressed().stream()
                .filter(one -> one.finding().rule().value().equals("require-if-not-exists"))
                .map(LintReport.Suppressed::reason)
                .toList();
    }

    private LintReport lint(String sql) throws IOException {
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("migrations/001_a.sql"), sql);
        Migrations migrations = Migrations.read(MigrationFolders.find(project, List.of(), null));
        LintSettings settings =
                SettingsBuilder.defaults().today(LocalDate.of(2025, 6, 1)).build();
        return Linter.lint(migrations, settings, RuleCatalog.ALL, AppliedVersions.UNKNOWN);
    }
}
