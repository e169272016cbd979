package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reports a new name that is not of the form that the project agreed on. */
public final class NamingConvention implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public Set<StatementKind> statements() {
        return NewName.STATEMENTS;
    }

    private static final RuleOption ALL = RuleOption.pattern("all", "[a-z][a-z0-9_]*");
    private static final String ANYTHING = ".+";
    private static final List<RuleOption> OPTIONS = List.of(
            ALL,
            RuleOption.pattern("table", ANYTHING),
            RuleOption.pattern("column", ANYTHING),
            RuleOption.pattern("index", ANYTHING),
            RuleOption.pattern("constraint", ANYTHING),
            RuleOption.pattern("view", ANYTHING),
            RuleOption.pattern("type", ANYTHING),
            RuleOption.pattern("function", ANYTHING),
            RuleOption.pattern("trigger", ANYTHING),
            RuleOption.pattern("policy", ANYTHING),
            RuleOption.pattern("sequence", ANYTHING),
            RuleOption.pattern("schema", ANYTHING));

    @Override
    public List<RuleOption> options() {
        return OPTIONS;
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (NewName name : NewName.of(context.statement())) {
            for (RuleOption option : OPTIONS) {
                // Policies are often named in a sentence.
                boolean asked = option.name().equals(name.kind())
                        || (option.equals(ALL) && !name.kind().equals("policy"));
                Pattern pattern = context.configuration().ruleOptions().pattern(this, option);
                if (asked && !pattern.matcher(name.name().text()).matches()) {
                    reporter.report(
                            name.name().range(),
                            "The name of the " + name.kind() + " `" + name.name() + "` is not of the form " + pattern,
                            "Rename it, as long as nobody uses it.");
                }
            }
        }
    }
}
