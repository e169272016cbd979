package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.replay.OutputColumn;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.SelectStatement.ResTarget;
import dev.pgmigrate.sql.ast.SelectStatement.Select;
import dev.pgmigrate.sql.ast.TriggerStatement.Timing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A view through which rows of the one table that it reads are written (manual, CREATE VIEW, "Updatable Views").
 *
 * @param below the table, or another view
 * @param columns by the view's column that of the table, "" for what the view computes
 */
public record UpdatableView(TableOrView below, Map<String, String> columns) {
    /** Returns it; empty where rows are not written through the view, or nobody can tell. */
    public static Optional<UpdatableView> of(View view, Schema schema) {
        List<OutputColumn> output = view.output();
        if (output == null
                || !isOwn(view)
                || !(view.query() instanceof Select query)
                || !isPlain(query, schema)
                || !(query.from().get(0) instanceof RangeVar from)) {
            return Optional.empty();
        }
        TableOrView below = schema.tableOrView(from.name().qualified()).orElse(null);
        List<String> read = below == null ? null : read(query, from, below);
        if (below == null || read == null || read.size() != output.size()) {
            return Optional.empty();
        }
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < read.size(); i++) {
            String name = output.get(i).name();
            if (name != null) {
                columns.put(name, read.get(i));
            }
        }
        return Optional.of(new UpdatableView(below, columns));
    }

    /** Returns whether nothing but its query decides what is written: no rule, no trigger instead. */
    private static boolean isOwn(View view) {
        return !view.materialized()
                && view.rules().isEmpty()
                && view.triggers().all().stream()
                        .noneMatch(trigger -> trigger.definition().timing() == Timing.INSTEAD_OF);
    }

    private static boolean isPlain(Select select, Schema schema) {
        return select.distinct() == null
                && select.from().size() == 1
                && select.from().get(0) instanceof RangeVar table
                && (table.alias() == null || table.alias().columns().isEmpty())
                && select.groupBy().isEmpty()
                && select.having() == null
                && select.options().with() == null
                && select.options().limit() == null
                && select.options().offset() == null
                && select.targets().stream().noneMatch(target -> isOfManyRows(target, schema));
    }

    private static boolean isOfManyRows(ResTarget target, Schema schema) {
        return Nodes.of(FuncCall.class, target.value())
                .anyMatch(call -> call.over() != null
                        || call.star()
                        || ManyRows.isAggregate(call, schema)
                        || ManyRows.isSet(call, schema));
    }

    /** Returns the column below for each that the query gives, "" for what it computes; null where that is unknown. */
    private static @Nullable List<String> read(Select query, RangeVar from, TableOrView below) {
        List<String> columns = new ArrayList<>();
        for (ResTarget target : query.targets()) {
            if (!(target.value() instanceof ColumnRef reference)) {
                columns.add("");
            } else if (reference.star()) {
                List<String> all = all(below);
                if (all == null) {
                    return null;
                }
                columns.addAll(all);
            } else if (reference.names().size() > 2) {
                return null;
            } else {
                columns.add(column(reference, from, below));
            }
        }
        return columns;
    }

    private static String column(ColumnRef reference, RangeVar from, TableOrView below) {
        Name column = reference.names().get(reference.names().size() - 1);
        boolean isAbsent = below.columnPresence(column.text()).isAbsent();
        boolean isSystem = isAbsent && below instanceof Table table && !table.lacks(column.text());
        Name row = from.alias() == null ? from.name().last() : from.alias().name();
        boolean isRow =
                isAbsent && reference.names().size() == 1 && column.text().equals(row.text());
        return isSystem || isRow ? "" : column.text();
    }

    private static @Nullable List<String> all(TableOrView below) {
        List<String> names = new ArrayList<>();
        if (below instanceof View view) {
            List<OutputColumn> output = view.output();
            if (output == null) {
                return null;
            }
            for (OutputColumn column : output) {
                if (column.name() == null) {
                    return null;
                }
                names.add(column.name());
            }
            return names;
        }
        Table table = (Table) below;
        table.columns().all().forEach(column -> names.add(column.name()));
        return table.columnsKnown() ? names : null;
    }
}
