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

/** Reports an exclusion constraint added to an existing table, whose index is built under the lock. */
public final class AddingExclusionConstraint implements Rule {
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
        for (Constraint.Exclude exclude : LiveTable.constraints(context, Constraint.Exclude.class)) {
            reporter.report(
                    exclude.range(),
                    "Adding " + LiveTable.constraint(exclude, "this exclusion constraint")
                            + " builds an index under ACCESS EXCLUSIVE and blocks reads and writes of "
                            + LiveTable.name(context) + " meanwhile; it has neither NOT VALID nor USING INDEX",
                    "Make the constraint together with the table, or add it while the application is stopped.");
        }
    }
}
