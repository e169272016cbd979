package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.TypeStatement.CreateEnum;

/** Reports a {@code CREATE TYPE … AS ENUM} that fails on a second run: PostgreSQL has no {@code IF NOT EXISTS} for types. */
final class GuardEnumCreate extends StatementRule<CreateEnum> {
    GuardEnumCreate() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), CreateEnum.class);
    }

    @Override
    protected void check(CreateEnum create, LintContext context, Reporter reporter) {
        for (Collision collision : context.collisions()) {
            reporter.report(
                            collision.at(),
                            "The enum `" + collision.name()
                                    + "` exists when the file runs again, and CREATE TYPE fails with "
                                    + collision.sqlState(),
                            "Wrap it in a DO block that catches duplicate_object.")
                    .fix(context.guardedBy("duplicate_object", create));
        }
    }
}
