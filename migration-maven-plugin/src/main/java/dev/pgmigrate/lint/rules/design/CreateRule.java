package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a rule that rewrites statements. */
public final class CreateRule implements Rule {
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
        return Set.of(StatementKind.RULE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof RuleStatement rule) {
            reporter.report(
                    rule.name().range(),
                    "Rule `" + rule.name().text() + "` rewrites the statements on `"
                            + rule.table().qualified()
                            + "`, evaluates their expressions more than once, and is not run by COPY",
                    "Write a trigger.");
        }
    }
}
