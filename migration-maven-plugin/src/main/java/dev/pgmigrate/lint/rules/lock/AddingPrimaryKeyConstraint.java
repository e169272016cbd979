package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.lint.evidence.OutsideTransaction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a primary key that builds its index under the lock of {@code ALTER TABLE} on an existing table. */
final class AddingPrimaryKeyConstraint extends StatementRule<AlterTable> {
    AddingPrimaryKeyConstraint() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (Constraint.PrimaryKey key : LiveTable.constraints(alter, context, Constraint.PrimaryKey.class)) {
            if (key.usingIndex() == null) {
                reporter.report(
                        key.range(),
                        "Adding " + LiveTable.constraint(key, "this primary key")
                                + " builds an index under ACCESS EXCLUSIVE and blocks reads and writes of "
                                + LiveTable.name(alter) + " meanwhile",
                        "Build a unique index CONCURRENTLY in " + OutsideTransaction.place(context.runner())
                                + "; then add the primary key USING INDEX.");
            }
        }
    }
}
