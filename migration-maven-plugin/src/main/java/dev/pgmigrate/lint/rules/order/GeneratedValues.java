package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.DmlStatement.InsertColumn;
import dev.pgmigrate.sql.ast.DmlStatement.Overriding;
import dev.pgmigrate.sql.ast.DmlStatement.Update;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.SelectStatement.ExpressionList;
import dev.pgmigrate.sql.ast.SelectStatement.Values;
import java.util.List;

/** Values for columns that only the server gives values to (manual, 5.3 "Identity Columns" and 5.4 "Generated Columns"). */
final class GeneratedValues {
    private final Table table;
    private final Refusals refusals;

    private GeneratedValues(Table table, Refusals refusals) {
        this.table = table;
        this.refusals = refusals;
    }

    static void check(DmlStatement statement, Refusals refusals) {
        Table table = refusals.schema().table(statement.relation().name()).orElse(null);
        if (table == null) {
            return;
        }
        GeneratedValues values = new GeneratedValues(table, refusals);
        if (statement instanceof Insert insert) {
            values.insert(insert);
        } else if (statement instanceof Update update) {
            update.set().stream()
                    .filter(set -> !set.multiple() && !(set.value() instanceof Expression.SetToDefault))
                    .forEach(set -> values.column(
                            set.targets().get(0), set.targets().get(0).name().text(), false));
        }
    }

    private void insert(Insert insert) {
        boolean overriding = insert.overriding() != Overriding.NONE;
        List<String> columns = insert.columns().isEmpty() && table.columnsKnown()
                ? table.columns().all().stream().map(Column::name).toList()
                : insert.columns().stream()
                        .map(InsertColumn::name)
                        .map(name -> name.text())
                        .toList();
        if (insert.source() instanceof Values values) {
            boolean known = !insert.columns().isEmpty() || table.columnsKnown();
            for (ExpressionList row : values.rows()) {
                count(row, columns.size(), known, insert);
                for (int i = 0; i < Math.min(columns.size(), row.values().size()); i++) {
                    Expression value = row.values().get(i);
                    if (!(value instanceof Expression.SetToDefault)) {
                        column(value, columns.get(i), overriding);
                    }
                }
            }
        } else if (insert.source() != null) {
            insert.columns().forEach(column -> column(column, column.name().text(), overriding));
        }
    }

    private void count(ExpressionList row, int columns, boolean known, Insert insert) {
        int values = row.values().size();
        boolean spread = Nodes.of(Expression.ColumnRef.class, row).anyMatch(Expression.ColumnRef::star)
                || Nodes.of(Expression.IndirectionElement.class, row).anyMatch(Expression.IndirectionElement::star);
        boolean fits = insert.columns().isEmpty() ? values <= columns : values == columns;
        refusals.addIf(
                known && !spread && !fits,
                row.range(),
                SqlState.SYNTAX_ERROR,
                "The row has " + values + " values for " + columns + " columns of `" + table.name() + "`",
                "Write a value for each column that is named.");
    }

    private void column(Node at, String name, boolean overriding) {
        table.column(name)
                .filter(column -> column.generated() || (column.always() && !overriding))
                .ifPresent(column -> refusals.add(
                        at.range(),
                        SqlState.GENERATED_ALWAYS,
                        "`" + name + "` of `" + table.name() + "` is GENERATED ALWAYS and takes no value",
                        column.generated()
                                ? "Leave the column out."
                                : "Leave the column out, or write OVERRIDING SYSTEM VALUE."));
    }
}
