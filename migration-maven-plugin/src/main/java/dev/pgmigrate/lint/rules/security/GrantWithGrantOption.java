package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports privileges that their holder can pass on. */
public final class GrantWithGrantOption implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.SECURITY;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.GRANT, StatementKind.ALTER_DEFAULT_PRIVILEGES);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        GrantStatement.Grant grant = Granted.of(context.statement());
        if (grant != null && grant.grantOption()) {
            reporter.report(
                    grant.range(),
                    "Who gets this on " + Granted.objects(grant) + " can grant it to every other role",
                    "Leave WITH GRANT OPTION out.");
        }
    }
}
