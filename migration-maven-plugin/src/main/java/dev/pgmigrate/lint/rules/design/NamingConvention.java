package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    private static final Map<NewName.Kind, RuleOption> OF_KIND = ofKind();
    private static final List<RuleOption> OPTIONS =
            Stream.concat(Stream.of(ALL), OF_KIND.values().stream()).toList();

    private static Map<NewName.Kind, RuleOption> ofKind() {
        Map<NewName.Kind, RuleOption> options = new EnumMap<>(NewName.Kind.class);
        for (NewName.Kind kind : NewName.Kind.values()) {
            options.put(kind, RuleOption.pattern(kind.word(), ANYTHING));
        }
        return options;
    }

    @Override
    public List<RuleOption> options() {
        return OPTIONS;
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (NewName name : NewName.of(context.statement())) {
            RuleOption own = Objects.requireNonNull(OF_KIND.get(name.kind()));
            // Policies are often named in a sentence.
            List<RuleOption> asked = name.kind() == NewName.Kind.POLICY ? List.of(own) : List.of(ALL, own);
            for (RuleOption option : asked) {
                Pattern pattern = context.configuration().ruleOptions().pattern(this, option);
                if (!pattern.matcher(name.name().text()).matches()) {
                    reporter.report(
                            name.name().range(),
                            "The name of the " + name.kind().word() + " `" + name.name() + "` is not of the form "
                                    + pattern,
                            "Rename it, as long as nobody uses it.");
                }
            }
        }
    }
}
