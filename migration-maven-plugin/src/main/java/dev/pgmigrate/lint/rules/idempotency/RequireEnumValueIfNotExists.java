package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.TypeStatement.AddEnumValue;

/** Reports an {@code ALTER TYPE … ADD VALUE} that fails on a second run. */
final class RequireEnumValueIfNotExists extends StatementRule<AddEnumValue> {
    RequireEnumValueIfNotExists() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), AddEnumValue.class);
    }

    @Override
    protected void check(AddEnumValue add, LintContext context, Reporter reporter) {
        for (Collision collision : context.collisions()) {
            reporter.report(
                            collision.at(),
                            "The label `" + collision.name()
                                    + "` exists when the file runs again, and ADD VALUE fails with "
                                    + collision.sqlState(),
                            "Write ADD VALUE IF NOT EXISTS.")
                    .fix(Fix.insert(collision.at().start(), "IF NOT EXISTS "));
        }
    }
}
