package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reports a password in a migration. */
public final class PlaintextPassword implements Rule {
    /** What the server keeps instead of the password, PostgreSQL manual, 20.5 "Password Authentication". */
    private static final Pattern HASH = Pattern.compile("md5[0-9a-f]{32}|SCRAM-SHA-256\\$.*");

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
        return Set.of(StatementKind.ALTER_ROLE, StatementKind.CREATE_ROLE);
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
        options.stream()
                .filter(option -> option.name().equals("password") && option.value() != null)
                .forEach(option -> reporter.report(
                                option.range(),
                                (isHash(option) ? "A hash of the password" : "The password") + " of role `" + role
                                        + "` stands in the file, and in its history for ever",
                                "Create the role without a password, and set it where secrets are kept.")
                        .secret());
    }

    private static boolean isHash(RoleStatement.RoleOption option) {
        return option.value() != null && HASH.matcher(option.value()).matches();
    }
}
