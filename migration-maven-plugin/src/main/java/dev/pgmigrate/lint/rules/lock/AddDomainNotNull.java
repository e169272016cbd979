package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement;

/** Reports {@code ALTER DOMAIN … SET NOT NULL}, for which every table that uses the domain is read. */
final class AddDomainNotNull extends StatementRule<DomainStatement.AlterDomain> {
    AddDomainNotNull() {
        super(Facts.error(Category.LOCK).since("0.1"), DomainStatement.AlterDomain.class);
    }

    @Override
    protected void check(DomainStatement.AlterDomain alter, LintContext context, Reporter reporter) {
        if (forbidsNull(alter.action()) && !isNew(alter, context)) {
            reporter.report(
                    alter.range(),
                    "Every table that uses `" + alter.name().qualified()
                            + "` is read under SHARE to look for NULL, which blocks writes to all of them meanwhile",
                    "Add CHECK (VALUE IS NOT NULL) NOT VALID to the domain and validate it in a later file.");
        }
    }

    private static boolean forbidsNull(DomainStatement.Action action) {
        return action instanceof DomainStatement.SetNotNull
                || (action instanceof DomainStatement.AddConstraint add
                        && add.constraint() instanceof Constraint.NotNull);
    }

    private static boolean isNew(DomainStatement.AlterDomain alter, LintContext context) {
        return context.schema()
                .type(alter.name().qualified())
                .filter(type -> type.complete() && type.origin().file() == context.sql())
                .isPresent();
    }
}
