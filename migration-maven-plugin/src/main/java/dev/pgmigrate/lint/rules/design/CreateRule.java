package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.RuleStatement;

/** Reports a rule that rewrites statements. */
final class CreateRule extends StatementRule<RuleStatement> {
    CreateRule() {
        super(Facts.off(Category.DESIGN).since("0.1"), RuleStatement.class);
    }

    @Override
    protected void check(RuleStatement rule, LintContext context, Reporter reporter) {
        reporter.report(
                rule.name().range(),
                "Rule `" + rule.name().text() + "` rewrites the statements on `"
                        + rule.table().qualified()
                        + "`, evaluates their expressions more than once, and is not run by COPY",
                "Write a trigger.");
    }
}
