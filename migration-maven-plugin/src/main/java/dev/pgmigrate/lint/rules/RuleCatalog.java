package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.EngineRule;
import dev.pgmigrate.lint.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules there are. One line a rule, in alphabetical order, so that two authors never meet in the same line. */
public final class RuleCatalog {
    private static final List<Rule> RULES = List.of();

    /** The rules of this package and the linter's own, by id. */
    public static final List<Rule> ALL = Stream.concat(RULES.stream(), EngineRule.ALL.stream())
            .sorted(Comparator.comparing(Rule::id))
            .toList();

    private RuleCatalog() {}
}
