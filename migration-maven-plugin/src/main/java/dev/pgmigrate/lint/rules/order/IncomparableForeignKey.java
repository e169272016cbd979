package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.Definition;
import java.util.List;

/** Reports a foreign key whose columns have a type that no operator compares with what they refer to. */
final class IncomparableForeignKey extends StatementRule<TableStatement> {
    IncomparableForeignKey() {
        super(Facts.error(Category.ORDER).since("0.1"), Definition.class, AlterTable.class);
    }

    @Override
    protected void check(TableStatement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        Schema after = context.schemaAfter().certain();
        if (statement instanceof Definition create && !refusals.isThere(create)) {
            after.table(create.name()).ifPresent(table -> {
                create.columns().forEach(column -> column(table, column, after, refusals));
                create.constraints().forEach(constraint -> key(table, constraint, List.of(), after, refusals));
            });
        } else if (statement instanceof AlterTable alter) {
            after.table(alter.name())
                    .ifPresent(table -> alter.actions().forEach(action -> action(table, action, after, refusals)));
        }
    }

    private static void action(Table table, AlterTableAction action, Schema after, Refusals refusals) {
        if (action instanceof AlterTableAction.AddConstraint add) {
            key(table, add.constraint(), List.of(), after, refusals);
        } else if (action instanceof AlterTableAction.AddColumn add) {
            column(table, add.column(), after, refusals);
        } else if (action instanceof AlterTableAction.AlterColumnType change) {
            KeyTypes.retyped(table, change.column(), after, refusals);
        }
    }

    private static void column(Table table, ColumnDef column, Schema after, Refusals refusals) {
        column.constraints().forEach(constraint -> key(table, constraint, List.of(column.name()), after, refusals));
    }

    /** @param own the column that the key stands behind; empty where the key names its columns */
    private static void key(Table table, Constraint constraint, List<Name> own, Schema after, Refusals refusals) {
        if (constraint instanceof Constraint.ForeignKey key) {
            List<String> columns = names(own.isEmpty() ? key.columns() : own);
            after.table(key.referenced())
                    .ifPresent(other -> KeyTypes.check(
                            table,
                            columns,
                            other,
                            KeyTypes.referenced(names(key.referencedColumns()), other),
                            key,
                            refusals));
        }
    }

    private static List<String> names(List<Name> names) {
        return names.stream().map(Name::text).toList();
    }
}
