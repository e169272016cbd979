package dev.pgmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.health.HealthCheck;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.report.RuleSite;
import dev.pgmigrate.template.TemplateKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and the pages list is what there is. {@code -Dapprove} writes the tables of the pages. */
class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path README = Objects.requireNonNull(ROOT).resolve("README.md");
    private static final Path SITE = Path.of("src/site/markdown");
    private static final Pattern GOAL = Pattern.compile("\\| `migrate:([a-z]+)` \\| (?:`([a-z-]+)`|–) \\|.*");

    @Test
    void listsTheGoalsOfTheDescriptor() throws Exception {
        List<String> listed = section(README, "goals")
                .lines()
                .map(GOAL::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1) + " " + Objects.requireNonNullElse(row.group(2), "–"))
                .toList();

        assertThat(listed).isNotEmpty().isEqualTo(PluginDescriptor.goalsWithPhases());
    }

    @Test
    void staysShort() throws Exception {
        assertThat(Files.readAllLines(README))
                .as("more belongs to a page of src/site/markdown")
                .hasSizeLessThan(200);
    }

    @Test
    void listsTheRulesOfTheCatalogueOnTheirPage() throws Exception {
        isGenerated(
                SITE.resolve("rules.md"),
                "rules",
                RuleSite.byCategory("../../main/resources/dev/pgmigrate/lint/rules/", ".md"));
    }

    @Test
    void listsTheGoalsWithTheirParametersOnTheirPage() throws Exception {
        isGenerated(SITE.resolve("goals.md"), "goals", GoalPage.text());
    }

    @Test
    void listsTheKindsOfNewMigrations() throws Exception {
        String rows = Stream.of(TemplateKind.values())
                .map(kind -> "| `%s` | %s |\n".formatted(kind.id(), kind.summary()))
                .collect(Collectors.joining());
        isGenerated(SITE.resolve("new-migrations.md"), "kinds", "\n| kind | what it is |\n| --- | --- |\n" + rows);
    }

    @Test
    void listsTheChecksOfHealth() throws Exception {
        String rows = Stream.of(HealthCheck.values())
                .map(check -> "| `%s` | %s | %s |\n"
                        .formatted(
                                check.id(),
                                check.severity(LintSettings.defaults()).word(),
                                check.summary()))
                .collect(Collectors.joining());
        isGenerated(
                SITE.resolve("databases.md"),
                "health",
                "\n| check | severity | what it finds |\n| --- | --- | --- |\n" + rows);
    }

    @Test
    void theQuickStartUsesThisVersion() throws Exception {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        Matcher version = Pattern.compile("<artifactId>migration-parent</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(pom);
        assertThat(version.find()).isTrue();

        assertThat(Files.readString(ROOT.resolve("it/src/test/projects/quick-start/pom.xml")))
                .contains("<version>" + version.group(1) + "</version>");
        assertThat(Files.readString(README)).contains("<version>" + version.group(1) + "</version>");
    }

    private static void isGenerated(Path file, String name, String generated) throws Exception {
        if (Boolean.getBoolean("approve") || "".equals(System.getProperty("approve"))) {
            String page = Files.readString(file);
            int start = page.indexOf("-->", page.indexOf("<!-- " + name + ":")) + "-->".length();
            int end = page.indexOf("<!-- /" + name + " -->");
            Files.writeString(file, page.substring(0, start) + "\n" + generated + "\n" + page.substring(end));
        }
        assertThat(section(file, name).strip())
                .as(file + ", %s; -Dtest=ReadmeTest -Dapprove writes them", name)
                .isEqualTo(generated.strip());
    }

    private static String section(Path file, String name) throws Exception {
        Matcher section = Pattern.compile("<!-- " + name + ":[^>]*-->(.*)<!-- /" + name + " -->", Pattern.DOTALL)
                .matcher(Files.readString(file));
        assertThat(section.find()).as(file + " marks its " + name).isTrue();
        return section.group(1);
    }
}
