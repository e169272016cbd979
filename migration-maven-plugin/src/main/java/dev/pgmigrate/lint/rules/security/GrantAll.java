package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Set;

/** Reports {@code GRANT ALL}, which gives more than anybody thinks of. */
final class GrantAll extends StatementRule<Statement> {
    /** They own the objects, or have these privileges on them from the host. */
    private static final Set<String> HOST = Set.of("postgres", "anon", "authenticated", "service_role");

    GrantAll() {
        super(
                Facts.warning(Category.SECURITY).since("0.1"),
                GrantStatement.Grant.class,
                GrantStatement.AlterDefaultPrivileges.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        GrantStatement.Grant grant = GrantWords.of(statement);
        if (grant == null || GrantWords.hasOnePrivilege(grant.objectType()) || !isToOthers(grant, context.flavour())) {
            return;
        }
        for (GrantStatement.Privilege privilege : grant.privileges()) {
            if (privilege.name().equals("all") && privilege.columns().isEmpty()) {
                reporter.report(
                        privilege.range(),
                        "GRANT ALL on " + GrantWords.objects(grant) + " gives " + what(grant.objectType()),
                        "Name the privileges that the role needs.");
            }
        }
    }

    private static boolean isToOthers(GrantStatement.Grant grant, Flavour flavour) {
        for (RoleSpec role : grant.grantees()) {
            boolean self = role.kind() != RoleSpec.Kind.NAMED && role.kind() != RoleSpec.Kind.PUBLIC;
            if (!self
                    && !(flavour == Flavour.SUPABASE
                            && HOST.contains(role.name().text()))) {
                return true;
            }
        }
        return false;
    }

    private static String what(ObjectType type) {
        return switch (type) {
            case TABLE -> "TRUNCATE, TRIGGER and REFERENCES too, and from PostgreSQL 17 on MAINTAIN";
            case SCHEMA -> "CREATE too, so that the role can put its own objects there";
            case DATABASE -> "CREATE and TEMPORARY too";
            case SEQUENCE -> "UPDATE too, with which the role can set it back";
            default -> "each privilege that there is";
        };
    }
}
