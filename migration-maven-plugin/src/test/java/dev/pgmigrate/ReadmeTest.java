package dev.pgmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.goal.Explain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README lists is what there is. {@code -Dapprove} writes the table of rules. */
class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path README = Objects.requireNonNull(ROOT).resolve("README.md");
    private static final Pattern GOAL = Pattern.compile("\\| `migrate:([a-z]+)` \\| (?:`([a-z-]+)`|–) \\|.*");

    @Test
    void listsTheGoalsOfTheDescriptor() throws Exception {
        List<String> listed = section("goals")
                .lines()
                .map(GOAL::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1) + " " + Objects.requireNonNullElse(row.group(2), "–"))
                .toList();

        assertThat(listed).isNotEmpty().isEqualTo(PluginDescriptor.goalsWithPhases());
    }

    @Test
    void listsTheRulesOfTheCatalogue() throws Exception {
        String table = table(Explain.table());
        if (Boolean.getBoolean("approve") || "".equals(System.getProperty("approve"))) {
            String readme = Files.readString(README);
            int start = readme.indexOf("-->", readme.indexOf("<!-- rules:")) + "-->".length();
            int end = readme.indexOf("<!-- /rules -->");
            Files.writeString(README, readme.substring(0, start) + "\n\n" + table + "\n" + readme.substring(end));
        }

        assertThat(section("rules").strip())
                .as("the table of rules; -Dtest=ReadmeTest -Dapprove writes it")
                .isEqualTo(table.strip());
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

    private static String section(String name) throws Exception {
        Matcher section = Pattern.compile("<!-- " + name + ":[^>]*-->(.*)<!-- /" + name + " -->", Pattern.DOTALL)
                .matcher(Files.readString(README));
        assertThat(section.find()).as("README.md marks its " + name).isTrue();
        return section.group(1);
    }

    private static String table(List<Explain.RuleLine> rules) {
        return rules.stream()
                .map(rule -> "| `%s` | %s | %s | %s |"
                        .formatted(rule.id(), rule.severity(), rule.category(), rule.summary()))
                .collect(Collectors.joining(
                        "\n", "| rule | severity | category | what it finds |\n| --- | --- | --- | --- |\n", "\n"));
    }
}
