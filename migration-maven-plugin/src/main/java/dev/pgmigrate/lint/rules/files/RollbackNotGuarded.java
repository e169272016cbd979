package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports a drop in a rollback that fails where there is nothing to drop. */
final class RollbackNotGuarded extends StatementRule<Statement> {
    RollbackNotGuarded() {
        super(
                Facts.warning(Category.FILES).fixable().alsoInRollbacks().since("0.1"),
                DropStatement.class,
                TableStatement.AlterTable.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (!context.isRollback() || context.guard().isPresent()) {
            return;
        }
        if (statement instanceof DropStatement drop && !drop.ifExists()) {
            ObjectReference object = drop.objects().get(0);
            report(Words.of(object), object.range(), reporter).fix(StatementEdits.ifExists(drop));
        } else if (statement instanceof TableStatement.AlterTable alter) {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.Dropping drop && !drop.ifExists()) {
                    boolean column = drop instanceof AlterTableAction.DropColumn;
                    ObjectType type = column ? ObjectType.COLUMN : ObjectType.TABLE_CONSTRAINT;
                    report(
                                    Words.of(type, drop.name().text()) + " of `"
                                            + alter.name().qualified() + "`",
                                    drop.range(),
                                    reporter)
                            .fix(Fix.insert(drop.name().range().start(), "IF EXISTS "));
                }
            }
        }
    }

    private static Reporter.Draft report(String object, SourceRange range, Reporter reporter) {
        return reporter.report(
                range,
                "Where the " + object + " is gone already, the rollback stops here and undoes nothing",
                "Write IF EXISTS.");
    }
}
