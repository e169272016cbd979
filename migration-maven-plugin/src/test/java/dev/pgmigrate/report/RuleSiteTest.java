package dev.pgmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RuleCatalog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The site has every rule, once, and no link into nothing. */
class RuleSiteTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([a-z-]+)\\.html(?:#([a-z]+))?\\)");
    private static final Map<String, String> PAGES = RuleSite.files().stream()
            .collect(Collectors.toMap(Reports.File::name, file -> file.content().text()));

    @Test
    void everyRuleOfTheCatalogueHasItsPage() {
        Set<String> expected = new TreeSet<>(Set.of("index.md"));
        RuleCatalog.ALL.forEach(rule -> expected.add(rule.id() + ".md"));

        assertThat(PAGES.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        RuleCatalog.ALL.forEach(rule -> assertThat(PAGES.get(rule.id() + ".md"))
                .startsWith(
                        "# " + rule.id() + "\n\nSeverity **" + rule.severity().word() + "**")
                .contains("## What it finds", "## When to suppress it"));
    }

    @Test
    void theIndexListsEachRuleOnceUnderItsCategory() {
        String index = String.valueOf(PAGES.get("index.md"));
        List<String> linked = LINK.matcher(index)
                .results()
                .map(link -> link.group(1))
                .sorted()
                .toList();

        assertThat(linked)
                .containsExactlyElementsOf(
                        RuleCatalog.ALL.stream().map(rule -> rule.id().value()).toList());
        RuleCatalog.ALL.forEach(rule -> {
            int category = index.indexOf("<a id=\"" + rule.category().word() + "\">");
            int row = index.indexOf("[" + rule.id() + "]");
            int next = index.indexOf("\n## ", category);
            assertThat(row).as(rule.id() + " below its category").isBetween(category, next < 0 ? index.length() : next);
        });
    }

    @Test
    void everyLinkLeadsToAPage() {
        PAGES.forEach((name, text) -> {
            for (MatchResult link : LINK.matcher(text).results().toList()) {
                assertThat(PAGES).as(name).containsKey(link.group(1) + ".md");
                if (link.group(2) != null) {
                    assertThat(PAGES.get(link.group(1) + ".md")).contains("<a id=\"" + link.group(2) + "\">");
                }
            }
        });
    }
}
