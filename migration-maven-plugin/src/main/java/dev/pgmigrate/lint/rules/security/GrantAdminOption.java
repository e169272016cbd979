package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.GrantStatement;

/** Reports a membership that its holder can give to others. */
final class GrantAdminOption extends StatementRule<GrantStatement.GrantRole> {
    GrantAdminOption() {
        super(Facts.warning(Category.SECURITY).since("0.1"), GrantStatement.GrantRole.class);
    }

    @Override
    protected void check(GrantStatement.GrantRole grant, LintContext context, Reporter reporter) {
        if (!grant.isGrant()) {
            return;
        }
        for (DefElem option : grant.options()) {
            boolean off =
                    option.value().equalsIgnoreCase("false") || option.value().equalsIgnoreCase("off");
            if (option.name().text().equalsIgnoreCase("admin") && !off) {
                reporter.report(
                        grant.range(),
                        "`" + grant.grantees().get(0).name().text() + "` can make any role a member of `"
                                + grant.roles().get(0).name() + "`, and can revoke it from any",
                        "Leave WITH ADMIN OPTION out.");
            }
        }
    }
}
