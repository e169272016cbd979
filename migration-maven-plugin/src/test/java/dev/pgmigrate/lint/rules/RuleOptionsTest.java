package dev.pgmigrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.RuleOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleOptionsTest {
    @Test
    void everyStandardValueFitsAndThePageNamesTheOption() throws Exception {
        assertThat(RuleCatalog.ALL).anyMatch(rule -> !rule.options().isEmpty());
        for (Rule rule : RuleCatalog.ALL) {
            for (RuleOption option : rule.options()) {
                assertThat(option.problem(option.standard())).as(rule.id() + "").isEmpty();
                assertThat(RulePage.of(rule.id().value()).text()).contains("`" + rule.id() + "." + option.name() + "`");
            }
        }
    }

    @Test
    void theNameOfARuleStandsForItsFirstOption() {
        assertThat(read("migration-too-large", "50"))
                .isEqualTo(read("migration-too-large.statements", "50"))
                .isNotEqualTo(RuleOptions.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "migration-to-large | 3 | names \"migration-to-large\", which is no rule. Did you mean migration-too-large?",
                "migration-too-large.lines | 3 | has no option \"lines\"; write migration-too-large.statements.",
                "generic-name.words | a | The rule generic-name takes no options.",
                "migration-too-large | -3 | migration-too-large.statements is \"-3\"; it takes a whole number.",
            })
    void whatDoesNotFitIsRefusedInASentence(String name, String value, String sentence) {
        assertThatThrownBy(() -> read(name, value))
                .isInstanceOf(RuleOptions.NotTakenException.class)
                .hasMessageContaining(sentence);
    }

    private static RuleOptions read(String name, String value) {
        return RuleOptions.of(Map.of(name, value), RuleCatalog.ALL);
    }
}
