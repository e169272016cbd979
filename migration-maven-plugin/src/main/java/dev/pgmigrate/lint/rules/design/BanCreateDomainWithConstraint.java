package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement;

/** Reports a domain with a constraint, which can hardly be changed once tables use it. */
final class BanCreateDomainWithConstraint extends StatementRule<DomainStatement.CreateDomain> {
    BanCreateDomainWithConstraint() {
        super(Facts.off(Category.DESIGN).since("0.1"), DomainStatement.CreateDomain.class);
    }

    @Override
    protected void check(DomainStatement.CreateDomain create, LintContext context, Reporter reporter) {
        if (create.constraints().stream()
                .anyMatch(constraint ->
                        constraint instanceof Constraint.Check || constraint instanceof Constraint.NotNull)) {
            reporter.report(
                    create.range(),
                    "The constraint of " + LiveTable.quoted(create.name())
                            + " cannot change later without reading every table that uses it under SHARE, which blocks"
                            + " their writes",
                    "Put the condition on the columns as a check.");
        }
    }
}
