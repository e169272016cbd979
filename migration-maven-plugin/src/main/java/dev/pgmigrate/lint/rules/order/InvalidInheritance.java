package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a change that would part a child or a partition from the table above it, which no server makes. */
final class InvalidInheritance extends StatementRule<Statement> {
    InvalidInheritance() {
        super(Facts.error(Category.ORDER).since("0.1"), AlterTable.class, Rename.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof Rename rename && isOfTable(rename.object().type())) {
            ObjectName name = rename.object().parent();
            if (name != null) {
                refusals.schema().table(name).ifPresent(table -> new InheritedParts(table, refusals).renamed(rename));
            }
        } else if (statement instanceof AlterTable alter) {
            refusals.schema().table(alter.name()).ifPresent(table -> alter(alter, table, refusals));
        }
    }

    private static boolean isOfTable(ObjectType type) {
        return type == ObjectType.COLUMN || type == ObjectType.TABLE_CONSTRAINT;
    }

    private static void alter(AlterTable alter, Table table, Refusals refusals) {
        InheritedParts inherited = new InheritedParts(table, refusals);
        for (AlterTableAction action : alter.actions()) {
            inherited.check(action, alter.only());
            if (alter.only()) {
                inherited.only(action);
            }
        }
    }
}
