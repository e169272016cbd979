package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports roles that are made or altered by a migration. */
public final class RoleDdl implements Rule {
    private static final String ADVICE = "Make roles where the server is set up, and only grant here.";

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
        return Set.of(StatementKind.CREATE_ROLE, StatementKind.ALTER_ROLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof RoleStatement.CreateRole role) {
            reporter.report(
                    role.name().range(),
                    "Role `" + role.name().text() + "` is made in every database of the server, not in this one",
                    ADVICE);
        } else if (context.statement() instanceof RoleStatement.AlterRole role) {
            reporter.report(
                    role.role().range(),
                    "Role `" + role.role().name().text()
                            + "` is altered for every database of the server, not for this one",
                    ADVICE);
        }
    }
}
