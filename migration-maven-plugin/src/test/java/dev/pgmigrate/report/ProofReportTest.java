package dev.pgmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pgmigrate.goal.ProofSettings;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** One proof as its reports show it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofReportTest {
    private Path folder;
    private Result result;

    @BeforeAll
    void prove(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Path project = Files.createDirectories(folder.resolve("shop"));
        write(
                project,
                "migrations/001_orders.sql",
                "CREATE TABLE IF NOT EXISTS orders (id int PRIMARY KEY, total int);");
        write(project, "rollback/001_orders.sql", "DROP TABLE orders;");
        write(
                project,
                "migrations/002_total.sql",
                "ALTER TABLE orders ALTER COLUMN total TYPE bigint;\nCREATE INDEX orders_total ON orders (total);");
        write(
                project,
                "migrations/003_sum.sql",
                "CREATE OR REPLACE FUNCTION total() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN RETURN (SELECT sum(totl)"
                        + " FROM orders); END $$;");
        write(project, "migrations/004_broken.sql", "CREATE TABLE t (id nothing);");
        write(project, "migrations/005_last.sql", "CREATE TABLE u (id int);");
        result = dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                MigrationFolders.find(project, List.of(), null),
                null,
                List.of(),
                Runner.MIGRATE,
                () -> DisposablePostgres.start(TestPostgres.binaries(18)),
                ProofSettings.DEFAULT));
    }

    private static void write(Path project, String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private static final String ROWS = "\"rows\": [{\"table\": \"public.orders\", \"before\": 10, \"after\": 7},"
            + " {\"table\": \"public.gone\", \"before\": 1}]";

    @Test
    void junitHasASuiteForEachMigrationAndATestForEachPart() throws Exception {
        Document report = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitReport.of(result).text())));

        assertThat(report.getDocumentElement().getTagName()).isEqualTo("testsuites");
        Map<String, List<String>> suites = new TreeMap<>();
        for (Element suite : elements(report.getDocumentElement(), "testsuite")) {
            List<String> tests = new ArrayList<>();
            for (Element test : elements(suite, "testcase")) {
                String end = elements(test, "failure").isEmpty() ? "" : " fails";
                tests.add(test.getAttribute("name") + (elements(test, "skipped").isEmpty() ? end : " skipped"));
            }
            assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(tests.size()));
            assertThat(suite.getAttribute("failures"))
                    .isEqualTo(String.valueOf(tests.stream()
                            .filter(test -> test.endsWith("fails"))
                            .count()));
            suites.put(suite.getAttribute("name"), tests);
        }
        assertThat(suites)
                .isEqualTo(Map.of(
                        "migrations/001_orders.sql",
                        List.of("applies", "secondRun", "rollback", "locks", "bodies", "policies"),
                        "migrations/002_total.sql",
                        List.of("applies", "secondRun fails", "locks", "bodies", "policies"),
                        "migrations/003_sum.sql",
                        List.of("applies", "secondRun", "locks", "bodies fails", "policies"),
                        "migrations/004_broken.sql",
                        List.of("applies fails"),
                        "migrations/005_last.sql",
                        List.of("applies skipped")));
    }

    @Test
    void jsonHasAllPartsUnderTheirNames() throws IOException {
        JsonNode migrations =
                new ObjectMapper().readTree(JsonReport.of(result).text()).get("migrations");

        JsonNode total = migrations.get(1);
        assertThat(total.get("applies").asBoolean()).isTrue();
        assertThat(total.get("secondRun").asText()).isEqualTo("error");
        assertThat(total.get("rollback").asText()).isEqualTo("none");
        assertThat(total.get("statements").findValuesAsText("line")).containsExactly("1", "2");
        assertThat(total.get("locks").get(0).get("rewrites").asBoolean()).isTrue();
        assertThat(total.get("locks").findValuesAsText("predicted")).containsExactly("ACCESS EXCLUSIVE", "SHARE");
        assertThat(total.get("policies")).isEmpty();
        assertThat(total.get("standIns")).isEmpty();
        assertThat(total.get("unproved")).isEmpty();
        JsonNode body = migrations.get(2).get("bodies").get(0);
        assertThat(body.get("routine").asText()).isEqualTo("public.total()");
        assertThat(body.get("sqlState").asText()).isEqualTo("42703");
        assertThat(body.get("line").asInt() + ":" + body.get("column").asInt()).isEqualTo("2:26");
    }

    @Test
    void theConsoleSaysTheVerdictsOnOneLine() {
        assertThat(result.files().get(1).remark())
                .matches(
                        "applies \\d+ ms · again error · rollback none · locks public\\.orders ACCESS EXCLUSIVE \\d+ ms,"
                                + " blocks reads");
        assertThat(result.files().get(2).remark()).contains("again same").endsWith("bodies fail");
    }

    @Test
    void thePageDrawsStatementsAndLocksInTime() throws IOException {
        Optional<Path> program = Chromium.find();
        assumeTrue(program.isPresent(), "install chromium-headless-shell or chromium to look at the page");
        Files.writeString(
                folder.resolve("proof.html"),
                HtmlReport.of(result, Results.ORIGIN).text());
        try (Chromium browser = Chromium.start(program.get(), folder)) {
            for (int width : new int[] {360, 1280}) {
                browser.open(folder.toUri() + "proof.html", width, 900, width == 360);
                assertThat(browser.evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .isLessThanOrEqualTo(width);
                assertThat(browser.evaluate("document.querySelectorAll('.proof').length")
                                .asInt())
                        .isEqualTo(3);
            }
            assertThat(browser.text("[...document.querySelectorAll('.lock')].map(one => one.textContent).join('; ')"))
                    .isEqualTo("public.orders ACCESS EXCLUSIVE, blocks reads · table rewritten · rows scanned"
                            + " · as predicted; public.orders SHARE, blocks writes · rows scanned · as predicted");
            assertThat(browser.evaluate("document.querySelector('.bar.reads').getBoundingClientRect().width")
                            .asDouble())
                    .isPositive();
            // A rehearsal runs nothing again, and counts rows.
            Files.writeString(
                    folder.resolve("proof.html"),
                    HtmlReport.of(result, Results.ORIGIN)
                            .text()
                            .replace("\"secondRun\"", "\"none\"")
                            .replaceFirst("\"locks\"", ROWS + ", \"locks\""));
            browser.open(folder.toUri() + "proof.html", 360, 900, true);
            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(360);
            assertThat(browser.text("[...document.querySelectorAll('.count')].map(one => one.textContent).join('; ')"))
                    .isEqualTo(
                            "public.orders before: 10 rows, after: 7 rows; public.gone before: 1 row, after: not there");
            assertThat(browser.evaluate("document.querySelectorAll('.lock').length")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
