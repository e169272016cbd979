package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.lint.evidence.OutsideTransaction;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a unique constraint that builds its index under the lock of {@code ALTER TABLE} on an existing table. */
final class DisallowedUniqueConstraint extends StatementRule<AlterTable> {
    DisallowedUniqueConstraint() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (Constraint.Unique unique : LiveTable.constraints(alter, context, Constraint.Unique.class)) {
            if (unique.usingIndex() == null) {
                boolean partitioned = LiveTable.table(alter, context)
                        .filter(Table::isPartitioned)
                        .isPresent();
                reporter.report(
                        unique.range(),
                        "Adding " + LiveTable.constraint(unique, "this unique constraint")
                                + " builds an index under ACCESS EXCLUSIVE and blocks reads and writes of "
                                + LiveTable.name(alter) + " meanwhile",
                        partitioned
                                ? "Build a unique index CONCURRENTLY on each partition and attach them to one made ON"
                                        + " ONLY the parent."
                                : "Build a unique index CONCURRENTLY in "
                                        + OutsideTransaction.place(context.runner())
                                        + "; then add the constraint USING INDEX.");
            }
        }
    }
}
