package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement;

/** Reports a check added to a domain without {@code NOT VALID}, so that every table that uses it is read. */
final class BanAlterDomainWithAddConstraint extends StatementRule<DomainStatement.AlterDomain> {
    BanAlterDomainWithAddConstraint() {
        super(Facts.error(Category.LOCK).since("0.1"), DomainStatement.AlterDomain.class);
    }

    @Override
    protected void check(DomainStatement.AlterDomain alter, LintContext context, Reporter reporter) {
        if (alter.action() instanceof DomainStatement.AddConstraint add
                && add.constraint() instanceof Constraint.Check check
                && !check.notValid()
                && !isNew(alter, context)) {
            reporter.report(
                    alter.range(),
                    "Every table that uses `" + alter.name().qualified()
                            + "` is read under SHARE to check its rows, which blocks writes to all of them"
                            + " meanwhile",
                    "Add the constraint NOT VALID and validate it in a later file.");
        }
    }

    private static boolean isNew(DomainStatement.AlterDomain alter, LintContext context) {
        return context.schema()
                .type(alter.name().qualified())
                .filter(type -> type.complete() && type.origin().file() == context.sql())
                .isPresent();
    }
}
