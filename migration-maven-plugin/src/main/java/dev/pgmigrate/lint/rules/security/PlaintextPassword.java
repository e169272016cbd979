package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.ForeignDataStatement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reports a password in a migration. */
final class PlaintextPassword extends StatementRule<Statement> {
    /** What the server keeps instead of the password, PostgreSQL manual, 20.5 "Password Authentication". */
    private static final Pattern HASH = Pattern.compile("md5[0-9a-f]{32}|SCRAM-SHA-256\\$.*");

    /** The password among the keywords of a connection (PostgreSQL manual, 34.1.1 "Connection Strings"). */
    private static final Pattern CONNECTION = Pattern.compile("(?i)\\bpassword\\s*=\\s*(?!''|\\s|$).");

    PlaintextPassword() {
        super(
                Facts.error(Category.SECURITY).since("0.1"),
                RoleStatement.AlterRole.class,
                RoleStatement.CreateRole.class,
                ForeignDataStatement.AlterUserMapping.class,
                ForeignDataStatement.CreateUserMapping.class,
                PublicationStatement.AlterSubscription.class,
                PublicationStatement.CreateSubscription.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof RoleStatement.CreateRole role) {
            role(role.name().text(), role.options(), reporter);
        } else if (statement instanceof RoleStatement.AlterRole role) {
            role(role.role().name().text(), role.options(), reporter);
        } else if (statement instanceof ForeignDataStatement.CreateUserMapping mapping) {
            mapping(mapping.server(), mapping.options(), reporter);
        } else if (statement instanceof ForeignDataStatement.AlterUserMapping mapping) {
            mapping(mapping.server(), mapping.options(), reporter);
        } else if (statement instanceof PublicationStatement.CreateSubscription subscription) {
            subscription(subscription.name(), subscription.connection(), statement, reporter);
        } else if (statement instanceof PublicationStatement.AlterSubscription subscription) {
            subscription(subscription.name(), subscription.connection(), statement, reporter);
        }
    }

    private static void role(String role, List<RoleStatement.RoleOption> options, Reporter reporter) {
        for (RoleStatement.RoleOption option : options) {
            String value = option.value();
            if (option.name().equals("password") && value != null) {
                String what = HASH.matcher(value).matches() ? "A hash of the password" : "The password";
                report(option.range(), what + " of role `" + role + "`", reporter);
            }
        }
    }

    private static void mapping(Name server, List<DefElem> options, Reporter reporter) {
        for (DefElem option : options) {
            if (option.is("password") && !option.value().isEmpty()) {
                report(option.range(), "The password for server `" + server.text() + "`", reporter);
            }
        }
    }

    private static void subscription(Name name, @Nullable String connection, Node at, Reporter reporter) {
        if (connection != null && CONNECTION.matcher(connection).find()) {
            report(at.range(), "The password of subscription `" + name.text() + "`", reporter);
        }
    }

    private static void report(SourceRange range, String what, Reporter reporter) {
        reporter.report(
                        range,
                        what + " is in the file, and stays in its history forever",
                        "Leave it out here, and set it where secrets are kept.")
                .secret();
    }
}
