package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.Statement;

/** Reports privileges that every role gets. */
final class GrantToPublic extends StatementRule<Statement> {
    GrantToPublic() {
        super(
                Facts.warning(Category.SECURITY).since("0.1"),
                GrantStatement.Grant.class,
                GrantStatement.AlterDefaultPrivileges.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        GrantStatement.Grant grant = GrantWords.of(statement);
        RoleSpec everybody = grant == null ? null : GrantWords.everybody(grant);
        if (grant != null && everybody != null && !GrantWords.hasOnePrivilege(grant.objectType()) && !isThere(grant)) {
            reporter.report(
                    everybody.range(),
                    "Every role of the server, those to come included, gets what is granted on "
                            + GrantWords.objects(grant),
                    "Grant it to the roles that need it.");
        }
    }

    /** Everybody may look into {@code public} in every new database, PostgreSQL manual, 5.10.4. */
    private static boolean isThere(GrantStatement.Grant grant) {
        return grant.objectType() == ObjectType.SCHEMA
                && grant.objects().stream()
                        .allMatch(schema -> schema.name().last().text().equals("public"))
                && grant.privileges().stream()
                        .allMatch(privilege -> privilege.name().equals("usage"));
    }
}
