package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;

/** Reports a {@code CREATE POLICY} that fails on a second run: policies have neither {@code OR REPLACE} nor {@code IF NOT EXISTS}. */
final class DropPolicyFirst extends StatementRule<CreatePolicy> {
    DropPolicyFirst() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), CreatePolicy.class);
    }

    @Override
    protected void check(CreatePolicy create, LintContext context, Reporter reporter) {
        for (Collision collision : context.collisions()) {
            String drop = "DROP POLICY IF EXISTS " + context.text(create.name()) + " ON " + context.text(create.table())
                    + ";";
            reporter.report(
                            collision.at(),
                            "The policy `" + create.name() + "` on `" + create.table()
                                    + "` exists when the file runs again, and CREATE POLICY fails with "
                                    + collision.sqlState(),
                            "Put " + drop + " before it.")
                    .fix(context.precededBy(drop));
        }
    }
}
