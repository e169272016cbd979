package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.Statement;

/** Reports roles that are made or altered by a migration. */
final class RoleDdl extends StatementRule<Statement> {
    private static final String ADVICE = "Create roles where the server is set up, and only grant to them here.";

    RoleDdl() {
        super(
                Facts.warning(Category.SECURITY).since("0.1"),
                RoleStatement.CreateRole.class,
                RoleStatement.AlterRole.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof RoleStatement.CreateRole role) {
            reporter.report(
                    role.name().range(),
                    "Role `" + role.name().text() + "` is created for the whole server, not only in this database",
                    ADVICE);
        } else if (statement instanceof RoleStatement.AlterRole role) {
            reporter.report(
                    role.role().range(),
                    "Role `" + role.role().name().text()
                            + "` is altered for the whole server, not only in this database",
                    ADVICE);
        }
    }
}
