package dev.pgmigrate.replay;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SelectStatement.ResTarget;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.WithClause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which columns a query gives, as far as the files show it. */
final class QueryColumns {
    private static final int MOST_LEVELS = 16;

    private final Schema schema;
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<OutputColumn>> defined = new HashMap<>();
    private int level;

    private QueryColumns(Schema schema) {
        this.schema = schema;
    }

    /** Returns the columns in order, or null where their number is not known. */
    static @Nullable List<OutputColumn> of(Statement query, List<Name> written, Schema schema) {
        return renamed(new QueryColumns(schema).columns(query), written);
    }

    private static @Nullable List<OutputColumn> renamed(@Nullable List<OutputColumn> columns, List<Name> written) {
        if (columns == null || written.size() > columns.size()) {
            return null;
        }
        List<OutputColumn> renamed = new ArrayList<>(columns);
        for (int i = 0; i < written.size(); i++) {
            renamed.set(
                    i, new OutputColumn(written.get(i).text(), columns.get(i).type()));
        }
        return List.copyOf(renamed);
    }

    private @Nullable List<OutputColumn> columns(Statement query) {
        Statement first = query;
        boolean alone = true;
        while (first instanceof SelectStatement.SetOperation operation) {
            define(operation.options().with());
            first = operation.left();
            alone = false;
        }
        if (!(first instanceof SelectStatement.Select select) || ++level > MOST_LEVELS) {
            return null;
        }
        define(select.options().with());
        List<OutputColumn> columns = new ArrayList<>();
        for (ResTarget target : select.targets()) {
            if (!add(target, select, columns)) {
                return null;
            }
        }
        level--;
        return alone ? columns : withoutTypes(columns);
    }

    /** Each branch of a UNION may change the type of the whole. */
    private static List<OutputColumn> withoutTypes(List<OutputColumn> columns) {
        List<OutputColumn> plain = new ArrayList<>(columns.size());
        for (OutputColumn column : columns) {
            plain.add(new OutputColumn(column.name(), null));
        }
        return plain;
    }

    private void define(@Nullable WithClause with) {
        if (with == null) {
            return;
        }
        for (WithClause.CommonTableExpr table : with.tables()) {
            // A recursive query may name itself; until it is known, what it gives is not.
            names.add(table.name().text());
            defined.remove(table.name().text());
            List<OutputColumn> columns =
                    table.generated().isEmpty() ? renamed(columns(table.statement()), table.columns()) : null;
            if (columns != null) {
                defined.put(table.name().text(), columns);
            }
        }
    }

    private boolean add(ResTarget target, SelectStatement.Select select, List<OutputColumn> into) {
        Expression value = target.value();
        Name label = target.label();
        if (value instanceof ColumnRef reference && reference.star()) {
            return star(reference.names(), select.from(), into);
        }
        String name = label != null ? label.text() : OutputNames.of(value);
        into.add(new OutputColumn(name, type(value, select.from())));
        return true;
    }

    private boolean star(List<Name> qualifier, List<FromItem> from, List<OutputColumn> into) {
        for (FromItem item : from) {
            if (!star(qualifier, item, into)) {
                return false;
            }
        }
        return qualifier.isEmpty() || !into.isEmpty();
    }

    private boolean star(List<Name> qualifier, FromItem item, List<OutputColumn> into) {
        if (item instanceof FromItem.JoinExpr join) {
            boolean merges =
                    qualifier.isEmpty() && (join.natural() || !join.using().isEmpty());
            return !merges
                    && join.alias() == null
                    && star(qualifier, join.left(), into)
                    && star(qualifier, join.right(), into);
        }
        if (!qualifier.isEmpty() && !qualifier.get(qualifier.size() - 1).text().equals(alias(item))) {
            return true;
        }
        List<OutputColumn> columns = source(item);
        if (columns == null) {
            return false;
        }
        into.addAll(columns);
        return true;
    }

    private @Nullable List<OutputColumn> source(FromItem item) {
        if (item instanceof FromItem.RangeVar table) {
            List<OutputColumn> columns = relation(table.name());
            return table.alias() == null
                    ? columns
                    : renamed(columns, table.alias().columns());
        }
        if (item instanceof FromItem.RangeSubselect query) {
            List<OutputColumn> columns = columns(query.select());
            return query.alias() == null
                    ? columns
                    : renamed(columns, query.alias().columns());
        }
        return null;
    }

    private @Nullable List<OutputColumn> relation(ObjectName name) {
        if (name.schema() == null && names.contains(name.last().text())) {
            return defined.get(name.last().text());
        }
        SchemaObject.Relation relation = schema.relation(name.qualified()).orElse(null);
        if (relation instanceof SchemaObject.View view) {
            return view.output();
        }
        if (!(relation instanceof Table table) || !table.columnsKnown()) {
            return null;
        }
        List<OutputColumn> columns = new ArrayList<>();
        for (Table.Column column : table.columns().all()) {
            columns.add(new OutputColumn(column.name(), column.type()));
        }
        return columns;
    }

    private static @Nullable String alias(FromItem item) {
        if (item instanceof FromItem.RangeVar table) {
            return table.alias() == null
                    ? table.name().last().text()
                    : table.alias().name().text();
        }
        if (item instanceof FromItem.RangeSubselect query && query.alias() != null) {
            return query.alias().name().text();
        }
        return null;
    }

    /** Only a plain column and a cast have a type that is plain to see. */
    private @Nullable ColumnType type(Expression value, List<FromItem> from) {
        if (value instanceof Expression.TypeCast cast) {
            ColumnType type = ColumnType.of(cast.type());
            // A literal of type unknown gets another in the end.
            return cast.type().percentType() || type.is("unknown") ? null : type;
        }
        if (!(value instanceof ColumnRef reference) || reference.names().size() > 2) {
            return null;
        }
        List<OutputColumn> all = new ArrayList<>();
        List<Name> qualifier = reference.names().subList(0, reference.names().size() - 1);
        if (!star(qualifier, from, all)) {
            return null;
        }
        String name = reference.names().get(reference.names().size() - 1).text();
        OutputColumn found = null;
        for (OutputColumn column : all) {
            if (name.equals(column.name())) {
                if (found != null) {
                    return null;
                }
                found = column;
            }
        }
        return found == null ? null : found.type();
    }
}
