package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a change of the columns of a table that has them from a type, and a type that does not fit a table. */
final class TypedTableChange extends StatementRule<Statement> {
    TypedTableChange() {
        super(Facts.error(Category.ORDER).since("0.1"), AlterTable.class, Rename.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof AlterTable alter) {
            refusals.schema().table(alter.name()).ifPresent(table -> {
                TypedTables typed = new TypedTables(table, refusals);
                alter.actions().forEach(typed::check);
            });
        } else if (statement instanceof Rename rename && rename.object().type() == ObjectType.COLUMN) {
            ObjectName owner = rename.object().parent();
            if (owner != null) {
                refusals.schema().table(owner).ifPresent(table -> new TypedTables(table, refusals).column(rename));
            }
        }
    }
}
