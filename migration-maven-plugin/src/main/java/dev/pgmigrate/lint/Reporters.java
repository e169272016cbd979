package dev.pgmigrate.lint;

import dev.pgmigrate.migration.SqlFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reporter a rule, for one file or for the whole folder. */
final class Reporters {
    private final @Nullable SqlFile file;
    private final Map<Rule, Reporter> byRule = new LinkedHashMap<>();

    Reporters(@Nullable SqlFile file) {
        this.file = file;
    }

    Reporter of(Rule rule) {
        return byRule.computeIfAbsent(rule, r -> new Reporter(r, file));
    }

    List<Reporter.Draft> drafts() {
        return byRule.values().stream()
                .flatMap(reporter -> reporter.drafts().stream())
                .toList();
    }
}
