package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports {@code ALTER DOMAIN … SET NOT NULL}, for which every table that uses the domain is read. */
public final class AddDomainNotNull implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_DOMAIN);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof DomainStatement.AlterDomain alter
                && forbidsNull(alter.action())
                && !isNew(alter, context)) {
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
