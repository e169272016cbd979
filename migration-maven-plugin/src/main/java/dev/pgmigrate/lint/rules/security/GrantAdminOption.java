package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a membership that its holder can give to others. */
public final class GrantAdminOption implements Rule {
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
        return Set.of(StatementKind.GRANT_ROLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof GrantStatement.GrantRole grant) || !grant.isGrant()) {
            return;
        }
        for (DefElem option : grant.options()) {
            boolean off =
                    option.value().equalsIgnoreCase("false") || option.value().equalsIgnoreCase("off");
            if (option.name().text().equalsIgnoreCase("admin") && !off) {
                reporter.report(
                        grant.range(),
                        "`" + grant.grantees().get(0).name().text() + "` can make any role a member of `"
                                + grant.roles().get(0).name() + "`, and can take it from any",
                        "Leave WITH ADMIN OPTION out.");
            }
        }
    }
}
