package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.List;
import java.util.Set;

/** Reports roles that no privilege or policy can hold back. */
public final class SuperuserRole implements Rule {
    private static final String ADVICE =
            "Grant the role what it needs, or let the administrators of the server make it.";

    @Override
    public Severity severity() {
        return Severity.ERROR;
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
            check(role.name().text(), role.options(), reporter);
        } else if (context.statement() instanceof RoleStatement.AlterRole role) {
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
