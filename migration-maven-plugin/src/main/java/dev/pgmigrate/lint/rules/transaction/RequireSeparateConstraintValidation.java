package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports a constraint validated in the transaction that added it, whose lock is still held during the scan. */
final class RequireSeparateConstraintValidation extends StatementRule<TableStatement.AlterTable> {
    RequireSeparateConstraintValidation() {
        super(Facts.warning(Category.TRANSACTION).since("0.1"), TableStatement.AlterTable.class);
    }

    @Override
    protected void check(TableStatement.AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.ValidateConstraint validate :
                LiveTable.actions(alter, context, AlterTableAction.ValidateConstraint.class)) {
            Constraint added = addedBefore(validate.name().text(), context);
            if (added != null) {
                boolean foreignKey = added instanceof Constraint.ForeignKey;
                reporter.report(
                        validate.range(),
                        "`" + validate.name().text() + "` was added in the same transaction, so "
                                + LiveTable.name(alter)
                                + " is scanned under the " + (foreignKey ? "SHARE ROW EXCLUSIVE" : "ACCESS EXCLUSIVE")
                                + " lock of that, which blocks "
                                + (foreignKey ? "its writes" : "its reads and writes"),
                        "Validate it in a later file.");
            }
        }
    }

    private static @Nullable Constraint addedBefore(String name, LintContext context) {
        Constraint added = null;
        for (Step step : context.inTransaction() ? context.earlierInTransaction() : List.<Step>of()) {
            if (step.statement() instanceof TableStatement.AlterTable alter && sameTable(alter, context)) {
                added = addedBy(alter, name, added);
            }
        }
        return context.statement() instanceof TableStatement.AlterTable alter ? addedBy(alter, name, added) : added;
    }

    private static @Nullable Constraint addedBy(
            TableStatement.AlterTable alter, String name, @Nullable Constraint otherwise) {
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.AddConstraint add
                    && add.constraint().notValid()
                    && add.constraint().name() != null
                    && add.constraint().name().text().equals(name)) {
                return add.constraint();
            }
        }
        return otherwise;
    }

    private static boolean sameTable(TableStatement.AlterTable alter, LintContext context) {
        return context.statement() instanceof TableStatement.AlterTable validated
                && context.schema()
                        .resolve(alter.name())
                        .equals(context.schema().resolve(validated.name()));
    }
}
