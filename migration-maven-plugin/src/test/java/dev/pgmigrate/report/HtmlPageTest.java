package dev.pgmigrate.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgmigrate.goal.Check;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.MigrationFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page is looked at in a browser, and clicked through. {@code -Dreport.screenshots=<folder>} keeps what was seen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlPageTest {
    private static final int PHONE = 360;
    private static final int ESCAPE = 27;
    private static final List<Integer> WIDTHS = List.of(PHONE, 400, 1280);

    private final @Nullable String pictures = System.getProperty("report.screenshots");

    private Path folder;
    private Path project;
    private Result many;
    private Result few;
    private Chromium browser;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Optional<Path> program = Chromium.find();
        assumeTrue(
                program.isPresent(),
                "The page is not looked at in a browser: install chromium-headless-shell or chromium.");
        project = Files.createDirectories(folder.resolve("shop"));
        many = withFindings(check(), 500);
        few = withFindings(many, 3);
        write("many.html", many);
        write("few.html", few);
        browser = Chromium.start(program.get(), folder);
    }

    @AfterAll
    void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void nothingIsWiderThanTheScreenAndNothingIsLoaded() throws IOException {
        String rule = few.findings().get(0).rule().value();
        String file = few.findings().get(0).file();
        for (int width : WIDTHS) {
            // The colours change no width: they are for who looks at the pictures.
            for (boolean dark : pictures == null ? List.of(false) : List.of(false, true)) {
                for (String page :
                        List.of("few.html", "many.html", "few.html#page=" + rule, "few.html#source=" + file + ":1")) {
                    browser.open(folder.toUri() + page, width, 900, dark);
                    picture(page, width, dark);
                    assertThat(browser.evaluate("document.documentElement.scrollWidth")
                                    .asInt())
                            .as(page + " at " + width)
                            .isLessThanOrEqualTo(width);
                    assertThat(browser.requests()).hasSize(1).allMatch(address -> address.startsWith("file:"));
                }
            }
        }
    }

    @Test
    void whatIsFoundComesFirstAndTheVerdictIsItsOwn() throws IOException {
        browser.open(folder.toUri() + "many.html", PHONE, 740, false);

        assertThat(textOf("#verdict")).isEqualTo("has errors, and did not fail the build");
        assertThat(textOf("#origin")).isEqualTo("shop 1.2 · commit abc1234 · 2026-03-01 12:30 Z · migrate 1.0");
        assertThat(browser.evaluate("document.querySelector('#time').open").asBoolean())
                .isFalse();
        assertThat(browser.evaluate("document.querySelector('article').getBoundingClientRect().top")
                        .asInt())
                .isLessThan(740);
        assertThat(browser.text("document.querySelector('article').className")).isEqualTo("error");

        browser.click("#time summary");
        assertThat(browser.evaluate(
                                "document.querySelector('#line').scrollHeight > document.querySelector('#line').clientHeight")
                        .asBoolean())
                .as("the time line scrolls by itself")
                .isTrue();
    }

    @Test
    void chipsAndSearchChooseAndTheAddressRemembers() throws IOException {
        browser.open(folder.toUri() + "many.html", PHONE, 740, false);
        String chip = browser.text("document.querySelector('#chips button').value");
        int total = browser.evaluate("Number(document.querySelector('#chips b').textContent)")
                .asInt();

        browser.click("#chips button");

        assertThat(total).isEqualTo((int) many.findings().stream()
                .filter(finding -> finding.rule().value().equals(chip))
                .count());
        assertThat(cards()).isEqualTo(total);
        browser.click("#search");
        browser.type(many.findings().get(many.findings().size() - 1).file());
        int found = cards();
        assertThat(found).isBetween(0, total - 1);

        String address = browser.text("location.href");
        browser.open(address, PHONE, 740, false);
        assertThat(cards()).isEqualTo(found);
        assertThat(browser.text("document.querySelector('#chips [aria-pressed=true]').value"))
                .isEqualTo(chip);
    }

    @Test
    void theDrawerHoldsTheRulesPageAndTheWholeFile() throws IOException {
        browser.open(folder.toUri() + "few.html", PHONE, 740, false);
        Finding first = few.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();

        browser.click("article button.rule");

        assertThat(textOf("#drawer-title")).isEqualTo(first.rule().value());
        assertThat(textOf("#drawer-body"))
                .contains("Severity ", "-- migrate:ignore " + first.rule(), "Why it hurts")
                .doesNotContain("## ", "```", "-- finding:");
        assertThat(browser.text("location.hash")).isEqualTo("#page=" + first.rule());

        browser.press("Escape", ESCAPE);
        browser.await("!document.querySelector('#drawer').open && location.hash === ''");

        browser.click("article button.place");

        assertThat(textOf("#drawer-title")).isEqualTo(first.file());
        String text = many.source(first.file()).orElseThrow().text();
        assertThat(browser.evaluate("document.querySelectorAll('#drawer pre > span').length")
                        .asLong())
                .isEqualTo(text.lines().count());
        assertThat(textOf("#drawer mark.error"))
                .isEqualTo(text.substring(first.range().start(), first.range().end()));
        assertThat(textOf("#drawer .k")).isEqualToIgnoringCase("create");

        browser.click("#close");
        browser.await("!document.querySelector('#drawer').open");
    }

    @Test
    void gitTakesTheCopiedPatch() throws Exception {
        browser.open(folder.toUri() + "few.html", PHONE, 740, false);
        Finding fixable = few.findings().stream()
                .filter(finding ->
                        finding.severity() == Severity.ERROR && finding.fix().isPresent())
                .findFirst()
                .orElseThrow();

        browser.call("Browser.grantPermissions", Map.of("permissions", List.of("clipboardReadWrite")));
        browser.click(".copy");

        browser.await("document.querySelector('.copy').textContent === 'copied'");
        String patch = browser.text("navigator.clipboard.readText()");
        String before = many.source(fixable.file()).orElseThrow().text();
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Path file = copy.resolve(fixable.file());
        Files.createDirectories(file.getParent());
        Files.writeString(file, before, UTF_8);
        Files.writeString(copy.resolve("fix.patch"), patch, UTF_8);
        Process git = new ProcessBuilder("git", "apply", "fix.patch")
                .directory(copy.toFile())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();
        assertThat(Files.readString(file, UTF_8))
                .isEqualTo(fixable.fix().orElseThrow().apply(before));
    }

    @Test
    void printedItIsTheFindingsOnPaper() throws IOException {
        browser.open(folder.toUri() + "few.html", 1280, 900, true);
        browser.media("print", "dark");

        assertThat(browser.text("getComputedStyle(document.querySelector('form')).display"))
                .isEqualTo("none");
        assertThat(browser.text("getComputedStyle(document.querySelector('#chips')).display"))
                .isEqualTo("none");
        assertThat(browser.text("getComputedStyle(document.querySelector('article pre > span')).whiteSpace"))
                .startsWith("pre-wrap");
        assertThat(browser.text("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(251, 251, 250)");
        picture("print", 1280, true);
    }

    private String textOf(String selector) throws IOException {
        return browser.text("document.querySelector('" + selector + "').textContent");
    }

    private int cards() throws IOException {
        return browser.evaluate("document.querySelectorAll('article').length").asInt();
    }

    private void picture(String page, int width, boolean dark) throws IOException {
        if (pictures != null) {
            String name = page.replaceAll("[^a-z]+", "-") + "-" + width + (dark ? "-dark" : "-light") + ".png";
            Files.write(Files.createDirectories(Path.of(pictures)).resolve(name), browser.screenshot());
        }
    }

    private void write(String name, Result result) throws IOException {
        Files.writeString(
                folder.resolve(name), HtmlReport.of(result, Results.ORIGIN).text(), UTF_8);
    }

    private static Result withFindings(Result result, int count) {
        assertThat(result.findings()).hasSizeGreaterThanOrEqualTo(count);
        return new Result(
                result.goal(),
                result.base(),
                result.files(),
                result.ignored(),
                result.findings().subList(0, count),
                result.suppressed(),
                result.failures(),
                List.of("No database was compared."),
                false,
                result.sources());
    }

    /** Lints a folder with indexes on tables in use, columns of doubtful types and a function. */
    private Result check() throws IOException {
        Path migrations = Files.createDirectories(project.resolve("db/migrations"));
        Files.writeString(migrations.resolve("001_create_orders.sql"), """
            -- Orders, as the shop takes them.
            CREATE TABLE orders (id bigint PRIMARY KEY, customer text, placed_at timestamp);
            """);
        for (int i = 2; i < 80; i++) {
            Files.writeString(
                    migrations.resolve("%03d_index_orders.sql".formatted(i)), """
                CREATE INDEX IF NOT EXISTS orders_customer_{n}_idx ON orders (customer); -- straße 🦆
                CREATE TABLE lines_{n} (
                    id serial PRIMARY KEY,
                    code char(3),
                    paid money,
                    at timestamp
                );
                CREATE FUNCTION total_{n}() RETURNS numeric LANGUAGE sql AS $$
                    SELECT sum(price) FROM generate_series(1, 3) AS price WHERE 'a' < 'b'
                $$;
                """.replace("{n}", String.valueOf(i)));
        }
        return Check.run(new Check.Request(MigrationFolders.find(project, List.of(), null), LintSettings.defaults()));
    }
}
