package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.OperatorClasses;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.Definition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports an index or a key over a type that nothing orders, and statistics of a column of an index that has none. */
final class InvalidIndex extends StatementRule<Statement> {
    InvalidIndex() {
        super(Facts.error(Category.ORDER).since("0.1"), AlterTable.class, CreateIndex.class, Definition.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof CreateIndex index) {
            elements(index, table(index.table(), context), refusals);
        } else if (statement instanceof Definition create && !refusals.isThere(create)) {
            Table table = table(create.name(), context);
            create.columns()
                    .forEach(column -> column.constraints()
                            .forEach(constraint -> key(constraint, List.of(column.name()), table, refusals)));
            create.constraints().forEach(constraint -> key(constraint, List.of(), table, refusals));
        } else if (statement instanceof AlterTable alter) {
            Table table = table(alter.name(), context);
            alter.actions().forEach(action -> action(action, alter, table, refusals));
        }
    }

    private static @Nullable Table table(ObjectName name, LintContext context) {
        return context.schemaAfter().certain().table(name).orElse(null);
    }

    private static void elements(CreateIndex index, @Nullable Table table, Refusals refusals) {
        if (table != null) {
            String method = index.method() == null
                    ? OperatorClasses.BTREE
                    : index.method().text();
            for (IndexElement element : index.elements()) {
                ordered(method, element.column(), element.opclass(), element, table, refusals);
            }
        }
    }

    private static void action(AlterTableAction action, AlterTable alter, @Nullable Table table, Refusals refusals) {
        if (action instanceof AlterTableAction.AddConstraint add) {
            key(add.constraint(), List.of(), table, refusals);
        } else if (action instanceof AlterTableAction.AddColumn add) {
            List<Name> column = List.of(add.column().name());
            add.column().constraints().forEach(constraint -> key(constraint, column, table, refusals));
        } else if (action instanceof AlterTableAction.SetStatistics set && set.columnNumber() > 0) {
            statistics(set, alter, refusals);
        }
    }

    /** @param own the column that the key stands behind; empty where the key names its columns */
    private static void key(Constraint constraint, List<Name> own, @Nullable Table table, Refusals refusals) {
        if (constraint instanceof Constraint.Key key && key.usingIndex() == null && table != null) {
            List<Name> columns = own.isEmpty() ? key.columns() : own;
            columns.forEach(column -> ordered(OperatorClasses.BTREE, column, null, constraint, table, refusals));
        }
    }

    private static void ordered(
            String method,
            @Nullable Name column,
            @Nullable ObjectName opclass,
            Node at,
            Table table,
            Refusals refusals) {
        if (column != null) {
            table.column(column.text())
                    .flatMap(known -> OperatorClasses.lack(method, known.type(), opclass, refusals.schema()))
                    .ifPresent(why -> refusals.add(
                            at.range(),
                            SqlState.UNDEFINED_OBJECT,
                            why,
                            "Use another type, such as jsonb for json, or an expression over the column."));
        }
    }

    /** Only what an index computes has statistics of its own (manual, ALTER INDEX, "SET STATISTICS"). */
    private static void statistics(AlterTableAction.SetStatistics set, AlterTable alter, Refusals refusals) {
        Index index = refusals.schema().index(alter.name().qualified()).orElse(null);
        int keys = index == null ? 0 : index.elements().size();
        int all = index == null ? 0 : keys + index.included().size();
        int number = set.columnNumber();
        boolean isTable =
                refusals.schema().table(alter.name()).filter(Table::created).isPresent();
        boolean isColumn = keys > 0
                && index != null
                && (number > keys || index.elements().get(number - 1).column() != null);
        refusals.addIf(
                keys > 0 && number > all,
                set.range(),
                SqlState.UNDEFINED_COLUMN,
                "`" + alter.name() + "` has no column " + number,
                "Name one of its " + all + " columns.");
        refusals.addIf(
                isTable || isColumn,
                set.range(),
                SqlState.FEATURE_NOT_SUPPORTED,
                "Column " + number + " of `" + alter.name() + "` has no statistics that its number stands for",
                "Name the column of the table.");
    }
}
