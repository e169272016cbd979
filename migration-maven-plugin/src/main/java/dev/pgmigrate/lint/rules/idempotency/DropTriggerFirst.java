package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import java.util.Optional;

/** Reports a {@code CREATE TRIGGER} that fails on a second run. */
final class DropTriggerFirst extends StatementRule<CreateTrigger> {
    private static final int OR_REPLACE_SINCE = 14;
    private static final String CREATE = "CREATE";

    DropTriggerFirst() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), CreateTrigger.class);
    }

    @Override
    protected void check(CreateTrigger create, LintContext context, Reporter reporter) {
        boolean replaceable = !create.constraint() && context.target().isAtLeast(OR_REPLACE_SINCE);
        String drop =
                "DROP TRIGGER IF EXISTS " + context.text(create.name()) + " ON " + context.text(create.table()) + ";";
        for (Collision collision : context.collisions()) {
            reporter.report(
                            collision.at(),
                            "The trigger `" + create.name() + "` on `" + create.table()
                                    + "` exists when the file runs again, and CREATE TRIGGER fails with "
                                    + collision.sqlState(),
                            replaceable ? "Write CREATE OR REPLACE TRIGGER." : "Put " + drop + " before it.")
                    .fix(
                            replaceable
                                    ? Optional.of(Fix.insert(create.range().start() + CREATE.length(), " OR REPLACE"))
                                    : context.precededBy(drop));
        }
    }
}
