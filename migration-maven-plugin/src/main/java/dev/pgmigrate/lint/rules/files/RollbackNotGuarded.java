package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Set;

/** Reports a drop in a rollback that fails where there is nothing to drop. */
public final class RollbackNotGuarded implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.FILES;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public boolean judgesRollbacks() {
        return true;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(
                StatementKind.ALTER_TABLE,
                StatementKind.DROP,
                StatementKind.DROPDB,
                StatementKind.DROP_ROLE,
                StatementKind.DROP_SUBSCRIPTION,
                StatementKind.DROP_TABLE_SPACE,
                StatementKind.DROP_USER_MAPPING);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!context.isRollback()
                || context.guard().conditional()
                || context.guard().hasHandlers()) {
            return;
        }
        if (context.statement() instanceof DropStatement drop && !drop.ifExists()) {
            ObjectReference object = drop.objects().get(0);
            report(Words.of(object), object.range(), reporter).fix(StatementEdits.ifExists(drop));
        } else if (context.statement() instanceof TableStatement.AlterTable alter) {
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
