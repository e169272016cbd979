package dev.pgmigrate.lint.rules.files;

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

/** Reports a drop in a rollback that the server refuses, because what depends on the object is still there. */
final class RollbackOrder extends StatementRule<Drop> {
    RollbackOrder() {
        super(Facts.warning(Category.FILES).fixable().alsoInRollbacks().since("0.1"), Drop.class);
    }

    @Override
    protected void check(Drop statement, LintContext context, Reporter reporter) {
        List<RefusedDrop> refused = context.isRollback() ? RefusedDrop.of(context) : List.of();
        for (RefusedDrop drop : refused) {
            String first = drop.dependents().get(0).words();
            reporter.report(
                            drop.object().range(),
                            "The " + Words.of(drop.object()) + " is dropped before the " + first
                                    + ", which depends on it, and the rollback fails here with "
                                    + SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
                            drop.lastDrop() == null
                                    ? "Drop what depends on it first."
                                    : "Move it after the drops of what depends on it.")
                    .fix(drop.behindTheOthers(context));
        }
    }
}
