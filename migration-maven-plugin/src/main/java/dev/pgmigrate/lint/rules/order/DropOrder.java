package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.RefusedDrop;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import java.util.List;

/** Reports a drop that the server refuses, because the file drops what depends on the object only further down. */
final class DropOrder extends StatementRule<Drop> {
    DropOrder() {
        super(Facts.error(Category.ORDER).fixable().since("0.1"), Drop.class);
    }

    @Override
    protected void check(Drop statement, LintContext context, Reporter reporter) {
        List<RefusedDrop> refused = context.isRollback() ? List.of() : RefusedDrop.of(context);
        for (RefusedDrop drop : refused) {
            if (drop.lastDrop() != null) {
                String first = drop.dependents().get(0).words();
                reporter.report(
                                drop.object().range(),
                                "The " + Words.of(drop.object()) + " is dropped before the " + first
                                        + ", which depends on it, and the server refuses that with "
                                        + SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
                                "Move it after the drops of what depends on it.")
                        .fix(drop.behindTheOthers(context));
            }
        }
    }
}
