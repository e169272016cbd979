package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;
import java.util.Optional;

/** Reports two {@code ALTER TABLE} in a row that queue for the same lock twice. */
final class MultipleAlterTable extends FileRule {
    MultipleAlterTable() {
        super(Facts.off(Category.LOCK).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        Step previous = null;
        for (Step step : context.topLevel()) {
            if (previous != null
                    && previous.statement() instanceof TableStatement.AlterTable first
                    && step.statement() instanceof TableStatement.AlterTable second
                    && canBeOne(first)
                    && canBeOne(second)
                    && step.before().resolve(first.name()).equals(step.before().resolve(second.name()))
                    && !context.isFresh(step.before(), second.name().qualified())) {
                reporter.report(
                                second.range(),
                                "This queues for the ACCESS EXCLUSIVE lock on " + LiveTable.quoted(second.name())
                                        + " that the previous statement has just held",
                                "Put the actions of both into one ALTER TABLE.")
                        .fix(merge(first, second, context));
            }
            previous = step;
        }
    }

    private static boolean canBeOne(TableStatement.AlterTable alter) {
        return alter.objectType() == ObjectType.TABLE
                && alter.actions().stream()
                        .noneMatch(action -> action instanceof AlterTableAction.ValidateConstraint
                                || action instanceof AlterTableAction.SetNotNull
                                || action instanceof AlterTableAction.DropConstraint
                                || (action instanceof AlterTableAction.AddConstraint add
                                        && add.constraint().notValid()));
    }

    /** Only where nothing but the second statement's head would be lost. */
    private static Optional<Fix> merge(
            TableStatement.AlterTable first, TableStatement.AlterTable second, FileContext context) {
        List<AlterTableAction> actions = first.actions();
        int start = actions.get(actions.size() - 1).range().end();
        int end = second.actions().get(0).range().start();
        SourceRange between = new SourceRange(start, end);
        String lost = context.sql().source().text(between);
        return lost.contains("--") || lost.contains("/*")
                ? Optional.empty()
                : Optional.of(Fix.replace(between, ",\n    "));
    }
}
