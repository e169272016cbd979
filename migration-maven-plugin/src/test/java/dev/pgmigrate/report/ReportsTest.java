package dev.pgmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.pgmigrate.goal.Check;
import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Fingerprints;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.sql.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form of a report is read by what its readers use, or checked against the form's own schema. */
final class ReportsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path project;

    private Result result;

    @BeforeEach
    void judgeAFolderWithTroubleOfEveryKind() throws IOException {
        Path folder = Files.createDirectories(project.resolve("db/migrations"));
        Files.writeString(folder.resolve("20250101000000_create_shops.sql"), """
            create table if not exists shops (id bigint primary key);
            comment on table shops is '</script><!-- 100 % "shops", each: one';
            """);
        Files.writeString(folder.resolve("20250102000000_break_things.sql"), """
            -- 🦆 before the place
            create table if not exists s tables;
            -- migrate:ignore syntax-error reason="kept as an example"
            select from from;
            """);
        Files.write(folder.resolve("20250103000000_no_text_here.sql"), new byte[] {'-', '-', ' ', (byte) 0xFF, '\n'});
        Result judged = check();
        List<Failure> failures = List.of(new Failure(
                "The server refused the statement: \uFFFD 100 %\nsecond line",
                "Mend it.",
                "db/migrations/20250101000000_create_shops.sql",
                new Position(1, 1),
                new Position(1, 13),
                "create table",
                null));
        result = new Result(
                judged.goal(),
                judged.base(),
                judged.files(),
                judged.ignored(),
                judged.findings(),
                judged.suppressed(),
                failures,
                judged.notes(),
                true,
                judged.sources());
        assertThat(result.findings()).isNotEmpty();
        assertThat(result.suppressed()).isNotEmpty();
    }

    @Test
    void sarifMeetsItsSchema() throws IOException {
        JsonNode sarif = JSON.readTree(SarifReport.of(result, "app/", "1.0").text());
        try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                            .getSchema(schema)
                            .validate(sarif))
                    .isEmpty();
        }
        JsonNode run = sarif.at("/runs/0");
        JsonNode results = run.get("results");
        assertThat(results.size())
                .isEqualTo(result.findings().size() + result.suppressed().size() + 1);
        assertThat(results.findValuesAsText("uri")).allMatch(uri -> uri.startsWith("app/db/migrations/"));
        assertThat(results.findValuesAsText("justification")).containsExactly("kept as an example");
        assertThat(results.findValuesAsText("finding/v1"))
                .doesNotHaveDuplicates()
                .allMatch(text -> !text.isEmpty());
        assertThat(run.at("/tool/driver/rules").findValuesAsText("id")).contains("syntax-error");
        for (JsonNode one : results) {
            if (one.has("ruleIndex")) {
                assertThat(run.at("/tool/driver/rules/" + one.get("ruleIndex").asInt() + "/id"))
                        .isEqualTo(one.get("ruleId"));
            }
        }
        assertThat(run.at("/invocations/0/toolExecutionNotifications").size()).isEqualTo(1);
    }

    @Test
    void junitIsReadByTheParserOfMavensReports() throws Exception {
        byte[] xml = JunitReport.of(result).text().getBytes(StandardCharsets.UTF_8);
        List<ReportTestCase> tests = new ArrayList<>();
        new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(new ByteArrayInputStream(xml), StandardCharsets.UTF_8))
                .forEach(suite -> tests.addAll(suite.getTestCases()));
        assertThat(tests)
                .extracting(ReportTestCase::getName)
                .containsAll(result.files().stream().map(file -> file.path()).toList());
        assertThat(tests.stream().filter(test -> test.hasFailure()).map(ReportTestCase::getName))
                .containsAll(result.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(finding -> finding.file())
                        .toList());
    }

    @Test
    void githubCommandsCarryTheirWordsUnharmed() {
        List<String> commands = GithubReport.of(result, "app/");
        assertThat(commands)
                .hasSize(result.findings().size() + 1)
                .allMatch(command -> command.matches("::(error|warning|notice) [^:]*::.+"))
                .noneMatch(command -> command.contains("\n"));
        String failure = commands.get(0);
        assertThat(failure.substring(failure.indexOf("::", 2) + 2)
                        .replace("%0A", "\n")
                        .replace("%25", "%"))
                .isEqualTo("The server refused the statement: \uFFFD 100 %\nsecond line. Mend it.");
    }

    @Test
    void gitlabFindsWhatItNeedsInEveryIssue() throws IOException {
        JsonNode issues = JSON.readTree(GitlabReport.of(result, "app/").text());
        assertThat(issues.size()).isEqualTo(result.findings().size() + 1);
        for (JsonNode issue : issues) {
            assertThat(issue.get("description").asText()).isNotBlank();
            assertThat(issue.get("check_name").asText()).isNotBlank();
            assertThat(issue.get("severity").asText()).isIn("info", "minor", "major", "critical", "blocker");
            assertThat(issue.at("/location/path").asText()).startsWith("app/db/migrations/");
            assertThat(issue.at("/location/lines/begin").asInt()).isPositive();
        }
        assertThat(issues.findValuesAsText("fingerprint")).doesNotHaveDuplicates();
    }

    @Test
    void thePageHoldsAllItShowsAndAsksNobody() throws IOException {
        String page = HtmlReport.of(result, Results.ORIGIN).text();
        assertThat(page)
                .doesNotContain("{{")
                .doesNotContainPattern("(src|href)=")
                .contains("content=\"default-src 'none'; ")
                .contains("shop 1.2 · commit abc1234 · 2026-03-01 12:30 Z · migrate 1.0");
        String report = between(page, "id=\"data-report\">", "</script>");
        String sources = between(page, "id=\"data-sources\">", "</script>");
        assertThat(JSON.readTree(report))
                .isEqualTo(JSON.readTree(JsonReport.of(result).text()));
        assertThat(JSON.readTree(sources)
                        .at("/db~1migrations~120250101000000_create_shops.sql/text")
                        .asText())
                .contains("</script><!--");
    }

    @Test
    void sarifHasWhatCodeScanningShows() throws IOException {
        Files.writeString(
                project.resolve("db/migrations/20250103000000_create_fixable.sql"),
                "create table fixable (id bigint primary key);\n");
        JsonNode run = JSON.readTree(SarifReport.of(check(), "", "1.0").text())
                .get("runs")
                .get(0);
        JsonNode driver = run.get("tool").get("driver");

        assertThat(driver.get("informationUri").asText()).startsWith("https://");
        for (JsonNode rule : driver.get("rules")) {
            if (!rule.get("id").asText().equals("failed-migration")) {
                assertThat(rule.get("helpUri").asText()).as(rule.toString()).startsWith("https://");
                assertThat(rule.get("fullDescription").get("text").asText()).isNotBlank();
                assertThat(rule.get("name").asText()).matches("[A-Z][A-Za-z0-9]+");
            }
        }
        assertThat(run.findValues("fixes")).isNotEmpty().allSatisfy(fixes -> {
            JsonNode replacement = fixes.get(0)
                    .get("artifactChanges")
                    .get(0)
                    .get("replacements")
                    .get(0);
            assertThat(replacement.get("deletedRegion").get("startLine").asInt())
                    .isPositive();
            assertThat(replacement.get("insertedContent").get("text").isTextual())
                    .isTrue();
        });
    }

    @Test
    void messageAndAdviceAreTwoSentencesAndErrorsComeFirst() throws IOException {
        assertThat(Sentences.of("The table `a` exists", "Write IF NOT EXISTS."))
                .isEqualTo("The table `a` exists. Write IF NOT EXISTS.");
        assertThat(Sentences.of("It failed.", "")).isEqualTo("It failed.");
        assertThat(GithubReport.of(result, "").stream()
                        .map(command -> command.split("[: ]", -1)[2])
                        .distinct())
                .startsWith("error");
        assertThat(MarkdownReport.of(result).text())
                .startsWith("### ❌ migrate:check: ")
                .contains("| error | `")
                .doesNotContain("<!--");
    }

    @Test
    void theJsonReportIsAlwaysAmongTheFiles() {
        assertThat(Reports.files(result, result.goal(), EnumSet.allOf(ReportForm.class), Results.ORIGIN))
                .extracting(Reports.File::name)
                .containsExactly(
                        "check.json",
                        "report.json",
                        "check.sarif",
                        "TEST-migrate-check.xml",
                        "check.codequality.json",
                        "check.md",
                        "check.html");
    }

    @Test
    void fingerprintsSurviveMovedLines() throws IOException {
        List<String> before = Fingerprints.of(result.findings(), result.sources());
        Path file = project.resolve("db/migrations/20250102000000_break_things.sql");
        Files.writeString(file, "\n\n-- one more line\n" + Files.readString(file));
        Result moved = check();
        assertThat(moved.findings()).isNotEqualTo(result.findings());
        assertThat(Fingerprints.of(moved.findings(), moved.sources())).isEqualTo(before);
    }

    private Result check() {
        return Check.run(new Check.Request(MigrationFolders.find(project, List.of(), null), LintSettings.defaults()));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
