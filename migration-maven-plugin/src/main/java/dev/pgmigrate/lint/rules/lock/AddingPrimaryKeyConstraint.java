package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a primary key that builds its index under the lock of {@code ALTER TABLE} on an existing table. */
public final class AddingPrimaryKeyConstraint implements Rule {
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
        for (Constraint.PrimaryKey key : LiveTable.constraints(context, Constraint.PrimaryKey.class)) {
            if (key.usingIndex() == null) {
                reporter.report(
                        key.range(),
                        "Adding " + LiveTable.constraint(key, "this primary key")
                                + " builds an index under ACCESS EXCLUSIVE and blocks reads and writes of "
                                + LiveTable.name(context) + " meanwhile",
                        "Build a unique index CONCURRENTLY in a file of its own, then add the primary key USING"
                                + " INDEX.");
            }
        }
    }
}
