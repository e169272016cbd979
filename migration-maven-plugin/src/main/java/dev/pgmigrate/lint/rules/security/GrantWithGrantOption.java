package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.Statement;

/** Reports privileges that their holder can pass on. */
final class GrantWithGrantOption extends StatementRule<Statement> {
    GrantWithGrantOption() {
        super(
                Facts.warning(Category.SECURITY).since("0.1"),
                GrantStatement.Grant.class,
                GrantStatement.AlterDefaultPrivileges.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        GrantStatement.Grant grant = GrantWords.of(statement);
        if (grant != null && grant.grantOption()) {
            reporter.report(
                    grant.range(),
                    "Whoever gets this on " + GrantWords.objects(grant) + " can grant it to every other role",
                    "Leave WITH GRANT OPTION out.");
        }
    }
}
