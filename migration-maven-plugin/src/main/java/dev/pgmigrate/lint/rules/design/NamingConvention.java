package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reports a new name that is not of the form that the project agreed on. */
final class NamingConvention extends StatementRule<Statement> {
    private static final RuleOption ALL = RuleOption.pattern("all", "[a-z][a-z0-9_]*");
    private static final String ANYTHING = ".+";
    private static final Map<DeclaredName.Kind, RuleOption> OF_KIND = ofKind();
    private static final List<RuleOption> OPTIONS =
            Stream.concat(Stream.of(ALL), OF_KIND.values().stream()).toList();

    NamingConvention() {
        super(Facts.off(Category.DESIGN).options(OPTIONS).since("0.1"), Statement.class);
    }

    private static Map<DeclaredName.Kind, RuleOption> ofKind() {
        Map<DeclaredName.Kind, RuleOption> options = new EnumMap<>(DeclaredName.Kind.class);
        for (DeclaredName.Kind kind : DeclaredName.Kind.values()) {
            options.put(kind, RuleOption.pattern(kind.word(), ANYTHING));
        }
        return options;
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        for (DeclaredName name : DeclaredName.of(statement)) {
            RuleOption own = Objects.requireNonNull(OF_KIND.get(name.kind()));
            // Policies are often named in a sentence.
            List<RuleOption> asked = name.kind() == DeclaredName.Kind.POLICY ? List.of(own) : List.of(ALL, own);
            for (RuleOption option : asked) {
                Pattern pattern = context.configuration().ruleOptions().pattern(this, option);
                if (!pattern.matcher(name.name().text()).matches()) {
                    reporter.report(
                            name.name().range(),
                            "The name of the " + name.kind().word() + " `" + name.name() + "` is not of the form "
                                    + pattern,
                            "Rename it while nobody uses it.");
                }
            }
        }
    }
}
