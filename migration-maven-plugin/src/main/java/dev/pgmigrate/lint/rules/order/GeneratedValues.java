package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.UpdatableView;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values for columns that only the server gives values to (manual, 5.3 "Identity Columns" and 5.4 "Generated Columns"). */
final class GeneratedValues {
    private static final int DEEPEST = 32;

    private final TableOrView relation;
    private final Refusals refusals;

    private GeneratedValues(TableOrView relation, Refusals refusals) {
        this.relation = relation;
        this.refusals = refusals;
    }

    static void check(DmlStatement statement, TableOrView relation, Refusals refusals) {
        GeneratedValues values = new GeneratedValues(relation, refusals);
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
        List<String> all = relation instanceof Table table && table.columnsKnown()
                ? table.columns().all().stream().map(Column::name).toList()
                : List.of();
        List<String> columns = insert.columns().isEmpty()
                ? all
                : insert.columns().stream()
                        .map(InsertColumn::name)
                        .map(name -> name.text())
                        .toList();
        if (insert.source() instanceof Values values) {
            boolean known = !insert.columns().isEmpty() || (relation instanceof Table table && table.columnsKnown());
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
                "The row has " + values + " values for " + columns + " columns of `" + relation.name() + "`",
                "Write a value for each column that is named.");
    }

    private void column(Node at, String name, boolean overriding) {
        below(relation, name)
                .filter(column -> column.generated() || (column.always() && !overriding))
                .ifPresent(column -> refusals.add(
                        at.range(),
                        SqlState.GENERATED_ALWAYS,
                        "`" + name + "` of `" + relation.name() + "` is GENERATED ALWAYS and takes no value",
                        column.generated()
                                ? "Leave the column out."
                                : "Leave the column out, or write OVERRIDING SYSTEM VALUE."));
    }

    /** Returns the column of a table that a value goes to, through the views above it. */
    private Optional<Column> below(TableOrView from, String column) {
        @Nullable TableOrView next = from;
        String name = column;
        for (int depth = 0; next instanceof View view && depth < DEEPEST; depth++) {
            UpdatableView written = UpdatableView.of(view, refusals.schema()).orElse(null);
            next = written == null ? null : written.below();
            name = written == null ? "" : written.columns().getOrDefault(name, "");
        }
        return next instanceof Table table ? table.column(name) : Optional.empty();
    }
}
