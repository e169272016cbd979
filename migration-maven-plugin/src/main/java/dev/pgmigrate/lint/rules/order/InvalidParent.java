package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.Definition;

/** Reports a table that no server puts below the one that it is to inherit from, or takes from there. */
final class InvalidParent extends StatementRule<TableStatement> {
    InvalidParent() {
        super(Facts.error(Category.ORDER).since("0.1"), AlterTable.class, Definition.class);
    }

    @Override
    protected void check(TableStatement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof Definition create && !refusals.isThere(create)) {
            NewChild child = new NewChild(create, refusals);
            for (ObjectName parent : create.inherits()) {
                refusals.schema().table(parent).ifPresent(known -> child.below(parent, known));
            }
        } else if (statement instanceof AlterTable alter) {
            refusals.schema().table(alter.name()).ifPresent(table -> alter(alter, table, refusals));
        }
    }

    private static void alter(AlterTable alter, Table table, Refusals refusals) {
        boolean several = alter.actions().stream()
                        .filter(AlterTableAction.Inherit.class::isInstance)
                        .count()
                > 1;
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.Inherit inherit) {
                new InheritanceChange(table, several, refusals).check(inherit);
            }
        }
    }
}
