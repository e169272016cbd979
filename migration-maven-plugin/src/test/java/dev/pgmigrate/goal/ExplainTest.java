package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.report.Palette;
import dev.pgmigrate.report.RulePages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainTest {
    @ParameterizedTest
    @CsvSource({
        "drop-policy-first, drop-policy-first",
        "Drop-Policy-First, drop-policy-first",
        "prefer-timestamp-tz, prefer-timestamptz",
        "E6, require-concurrent-index-creation",
        "add_index, require-concurrent-index-creation"
    })
    void aNameOfOneRuleMeansThatRule(String asked, String id) {
        assertThat(ids(asked)).containsExactly(id);
    }

    @Test
    void whatMeansSeveralListsThem() {
        assertThat(ids("prefer-robust-stmts")).contains("drop-policy-first", "require-if-not-exists");
        assertThat(ids("lock")).contains("require-concurrent-index-creation").doesNotContain("rls-disabled");
        assertThat(ids("42P07")).contains("duplicate-object").hasSizeLessThan(RuleCatalog.ALL.size() / 2);
        assertThat(ids("tablespace")).contains("set-tablespace");
        assertThat(ids("nothing-like-it")).isEmpty();
    }

    @Test
    void namesOfPeersMeanRulesThatThereAre() {
        List<String> known =
                RuleCatalog.ALL.stream().map(rule -> rule.id().value()).toList();

        RuleSearch.PEERS.forEach((name, rules) -> assertThat(known).as(name).containsAll(rules));
    }

    @Test
    void aPageIsForReadingAndCopying() {
        for (Explain.RuleLine rule : Explain.table()) {
            List<String> lines = RulePages.page(rule, 60, Palette.PLAIN);

            assertThat(lines)
                    .as(rule.id().value())
                    .noneMatch(line -> line.contains("```") || line.startsWith("#") || line.contains("-- finding:"))
                    .contains("Why it hurts")
                    .filteredOn(line -> !line.startsWith("    ") && line.length() > 60 && lines.indexOf(line) > 4)
                    .allMatch(line -> line.strip().indexOf(' ') < 0 || line.startsWith("- "));
        }
        assertThat(RulePages.page(Explain.find("duplicate-object").get(0), 80, Palette.PLAIN))
                .startsWith(
                        "duplicate-object",
                        "severity error, category order, since 0.1",
                        "accept one:  -- migrate:ignore duplicate-object reason=\"…\"")
                .contains("    create table people (id bigint primary key, email text);");
    }

    @Test
    void theListFitsTheTerminal() {
        for (int width : List.of(80, 100, 200)) {
            assertThat(RulePages.table(Explain.table(), width, Palette.PLAIN))
                    .hasSizeGreaterThan(RuleCatalog.ALL.size())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        }
    }

    private static List<String> ids(String asked) {
        return Explain.find(asked).stream().map(rule -> rule.id().value()).toList();
    }
}
