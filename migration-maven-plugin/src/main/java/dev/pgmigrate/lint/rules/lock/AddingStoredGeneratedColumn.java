package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.Optional;

/** Reports a stored generated column added to an existing table, which rewrites every row. */
final class AddingStoredGeneratedColumn extends StatementRule<AlterTable> {
    private static final String STORED = "stored";

    AddingStoredGeneratedColumn() {
        super(Facts.error(Category.LOCK).fixable().since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        boolean virtual = context.target().isAtLeast(18);
        for (AlterTableAction.AddColumn action : LiveTable.actions(alter, context, AlterTableAction.AddColumn.class)) {
            Constraint.Generated generated = action.column().constraint(Constraint.Generated.class);
            if (generated != null && Boolean.TRUE.equals(generated.stored())) {
                reporter.report(
                                action.range(),
                                "`" + action.column().name().text()
                                        + "` is computed for the existing rows, which rewrites "
                                        + LiveTable.name(alter)
                                        + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile",
                                virtual
                                        ? "Make it VIRTUAL."
                                        : "Compute it in a view, or add a plain column, keep it by a trigger and fill"
                                                + " it in batches.")
                        .fix(virtual ? makeVirtual(generated, action.column(), context) : Optional.empty());
            }
        }
    }

    /** A virtual column can have no index, so one with a key of its own stays as it is. */
    private static Optional<Fix> makeVirtual(Constraint.Generated generated, ColumnDef column, LintContext context) {
        int end = generated.range().end();
        SourceRange word = new SourceRange(end - STORED.length(), end);
        boolean keyed = column.has(Constraint.Key.class);
        return keyed || !context.text(word).equalsIgnoreCase(STORED)
                ? Optional.empty()
                : Optional.of(Fix.replace(word, "VIRTUAL"));
    }
}
