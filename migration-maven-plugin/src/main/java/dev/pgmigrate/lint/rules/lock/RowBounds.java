package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.SelectStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a condition lets through a number of rows that does not grow with the table. */
final class RowBounds {
    private final @Nullable Table table;
    private final boolean known;
    private final boolean anyColumn;
    private final boolean inBody;
    private final Set<String> relations;
    private final Set<String> assigned;
    private final Set<String> unique;
    private final Set<String> above = new HashSet<>();
    private final Set<String> below = new HashSet<>();

    private RowBounds(
            @Nullable Table table,
            boolean anyColumn,
            boolean inBody,
            Set<String> relations,
            Set<String> assigned,
            Set<String> unique) {
        this.table = table;
        this.known = table != null && table.created();
        this.anyColumn = anyColumn;
        this.inBody = inBody;
        this.relations = relations;
        this.assigned = assigned;
        this.unique = unique;
    }

    /** What is compared with a value in the query of a seed names the few rows that it starts from. */
    static RowBounds ofSeed(SelectStatement.Select query) {
        return new RowBounds(null, true, false, names(query.from()), Set.of(), Set.of());
    }

    static RowBounds of(DmlStatement statement, List<FromItem> from, LintContext context) {
        Table table = context.schema().table(statement.relation().name()).orElse(null);
        Set<String> relations = names(from);
        relations.add(name(statement.relation()));
        Set<String> assigned = new HashSet<>();
        if (statement instanceof DmlStatement.Update update) {
            for (DmlStatement.SetClause clause : update.set()) {
                for (DmlStatement.InsertColumn target : clause.targets()) {
                    assigned.add(target.name().text());
                }
            }
        }
        Set<String> unique = new HashSet<>();
        for (SchemaObject.Index index :
                context.schema().indexesOf(statement.relation().name().qualified())) {
            List<String> columns = index.leadingColumns();
            if (index.unique() && index.elements().size() == 1 && !columns.isEmpty()) {
                unique.add(columns.get(0));
            }
        }
        return new RowBounds(table, false, context.place() == Place.DO_BODY, relations, assigned, unique);
    }

    boolean bound(@Nullable Expression where) {
        if (where instanceof OperatorExpression.BoolExpr bool && bool.kind() == OperatorExpression.BoolKind.AND) {
            for (Expression term : bool.terms()) {
                if (bound(term)) {
                    return true;
                }
            }
            return false;
        }
        if (where instanceof OperatorExpression.BoolExpr bool && bool.kind() == OperatorExpression.BoolKind.OR) {
            for (Expression term : bool.terms()) {
                if (!bound(term)) {
                    return false;
                }
            }
            return true;
        }
        if (where instanceof OperatorExpression.BetweenExpr between) {
            return !between.negated() && isValue(between.low()) && isValue(between.high());
        }
        if (where instanceof OperatorExpression.InExpr in) {
            return !in.negated() && in.values().stream().allMatch(this::isValue) && names(in.operand());
        }
        if (where instanceof OperatorExpression.ArrayOpExpr any) {
            return !any.all()
                    && any.operator().last().text().equals("=")
                    && (isLimited(any.array()) || (isValue(any.array()) && names(any.left())));
        }
        if (where instanceof Expression.SubLink link) {
            return link.select().options().limit() != null;
        }
        return where instanceof OperatorExpression.OpExpr comparison && compares(comparison);
    }

    private boolean compares(OperatorExpression.OpExpr comparison) {
        if (comparison.operands().size() != 2) {
            return false;
        }
        Expression left = comparison.operands().get(0);
        Expression right = comparison.operands().get(1);
        if (!isValue(right)) {
            return comparison.operator().last().text().equals("=") && isValue(left) && names(right);
        }
        String column = column(left);
        return switch (comparison.operator().last().text()) {
            case "=" -> names(left);
            case ">", ">=" -> column != null && above.add(column) && below.contains(column);
            case "<", "<=" -> column != null && below.add(column) && above.contains(column);
            default -> false;
        };
    }

    /** Returns whether equality with this expression picks few rows: a key, or a column of which nothing is known. */
    private boolean names(Expression expression) {
        String column = column(expression);
        if (column == null) {
            return expression instanceof Expression.RowExpr;
        }
        if (anyColumn || unique.contains(column)) {
            return true;
        }
        return !known && !assigned.contains(column);
    }

    private static boolean isLimited(Expression array) {
        for (Node node : Nodes.all(array)) {
            if (node instanceof SelectStatement query && query.options().limit() != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String column(Expression expression) {
        if (!(expression instanceof Expression.ColumnRef reference) || isVariable(reference)) {
            return null;
        }
        Name column = reference.column();
        return column == null ? null : column.text();
    }

    /** Returns whether the expression is the same for all rows: a literal, a variable, the one row of a sub-select. */
    private boolean isValue(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return constant.kind() != Expression.ConstantKind.TRUE
                    && constant.kind() != Expression.ConstantKind.FALSE
                    && constant.kind() != Expression.ConstantKind.NULL;
        }
        if (expression instanceof Expression.SubLink link) {
            return link.kind() == Expression.SubLinkKind.SCALAR;
        }
        for (Node node : Nodes.all(expression)) {
            if (node instanceof Expression.SubLink
                    || (node instanceof Expression.ColumnRef reference && !isVariable(reference))) {
                return false;
            }
        }
        return true;
    }

    private boolean isVariable(Expression.ColumnRef reference) {
        if (!inBody) {
            return false;
        }
        Name relation = reference.relation();
        if (relation != null) {
            return !relations.contains(relation.text());
        }
        Name column = reference.column();
        return column != null
                && table != null
                && relations.size() == 1
                && table.columnPresence(column.text()).isAbsent();
    }

    private static Set<String> names(List<FromItem> from) {
        Set<String> names = new HashSet<>();
        for (FromItem item : from) {
            for (Node node : Nodes.all(item)) {
                if (node instanceof FromItem.RangeVar range) {
                    names.add(name(range));
                } else if (node instanceof FromItem.Alias alias) {
                    names.add(alias.name().text());
                }
            }
        }
        return names;
    }

    private static String name(FromItem.RangeVar range) {
        return range.alias() == null
                ? range.name().last().text()
                : range.alias().name().text();
    }
}
