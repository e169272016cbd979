package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.Statement;
import java.util.List;

/** Reports roles that no privilege or policy can hold back. */
final class SuperuserRole extends StatementRule<Statement> {
    private static final String ADVICE =
            "Grant the role what it needs, or let the administrators of the server make it.";

    SuperuserRole() {
        super(
                Facts.error(Category.SECURITY).since("0.1"),
                RoleStatement.CreateRole.class,
                RoleStatement.AlterRole.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof RoleStatement.CreateRole role) {
            check(role.name().text(), role.options(), reporter);
        } else if (statement instanceof RoleStatement.AlterRole role) {
            check(role.role().name().text(), role.options(), reporter);
        }
    }

    private static void check(String role, List<RoleStatement.RoleOption> options, Reporter reporter) {
        for (RoleStatement.RoleOption option : options) {
            boolean on = "true".equals(option.value());
            if (on && option.name().equals("superuser")) {
                reporter.report(
                        option.range(), "Role `" + role + "` passes every check of a privilege or a policy", ADVICE);
            } else if (on && option.name().equals("bypassrls")) {
                reporter.report(option.range(), "Role `" + role + "` passes every policy of every table", ADVICE);
            }
        }
    }
}
