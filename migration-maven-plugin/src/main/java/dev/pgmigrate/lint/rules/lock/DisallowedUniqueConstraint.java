package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a unique constraint that builds its index under the lock of {@code ALTER TABLE} on an existing table. */
public final class DisallowedUniqueConstraint implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_TABLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (Constraint.Unique unique : LiveTable.constraints(context, Constraint.Unique.class)) {
            if (unique.usingIndex() == null) {
                boolean partitioned =
                        LiveTable.table(context).filter(Table::isPartitioned).isPresent();
                reporter.report(
                        unique.range(),
                        "Adding " + LiveTable.constraint(unique, "this unique constraint")
                                + " builds an index under ACCESS EXCLUSIVE and blocks reads and writes of "
                                + LiveTable.name(context) + " meanwhile",
                        partitioned
                                ? "Build a unique index CONCURRENTLY on each partition and attach them to one made ON"
                                        + " ONLY the parent."
                                : "Build a unique index CONCURRENTLY in a file of its own, then add the constraint"
                                        + " USING INDEX.");
            }
        }
    }
}
