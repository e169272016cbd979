package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.Immutability;
import dev.pgmigrate.lint.evidence.ManyRows;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import org.jspecify.annotations.Nullable;

/** What an expression that is evaluated by itself cannot ask: queries, aggregates, windows, sets (parse_expr.c, parse_agg.c). */
final class StandaloneExpression {
    private StandaloneExpression() {}

    /**
     * Refuses what {@code expression} asks and may not.
     *
     * @param where what it is, as a sentence begins: {@code "A default"}
     */
    static void refuse(Expression expression, String where, Refusals refusals) {
        for (Node node : Nodes.all(expression)) {
            if (node instanceof Expression.SubLink) {
                refusals.add(
                        node.range(),
                        SqlState.FEATURE_NOT_SUPPORTED,
                        where + " cannot contain a query",
                        "Put the query into a function, or write the value.");
            } else if (node instanceof FuncCall call) {
                call(call, where, refusals);
            }
        }
    }

    /** Refuses also what would not be the same each time that it is computed. */
    static void refuseChanging(@Nullable Expression expression, String where, Refusals refusals) {
        if (expression == null) {
            return;
        }
        refuse(expression, where, refusals);
        Immutability.changing(expression, refusals.schema())
                .ifPresent(node -> refusals.add(
                        node.range(),
                        SqlState.INVALID_OBJECT_DEFINITION,
                        where + " cannot call what is not IMMUTABLE, such as `"
                                + refusals.context().text(node) + "`",
                        "Compute it from the columns alone."));
    }

    private static void call(FuncCall call, String where, Refusals refusals) {
        String name = "`" + call.name() + "()`";
        if (call.over() != null) {
            String why = where + " cannot call the window function " + name;
            refusals.add(call.range(), SqlState.WINDOWING_ERROR, why, "Write the value.");
        } else if (ManyRows.isAggregate(call, refusals.schema())) {
            String why = where + " cannot call the aggregate " + name;
            refusals.add(call.range(), SqlState.GROUPING_ERROR, why, "Write the value.");
        } else if (ManyRows.isSet(call, refusals.schema())) {
            String why = where + " cannot call " + name + ", which returns a set";
            refusals.add(call.range(), SqlState.FEATURE_NOT_SUPPORTED, why, "Write the value.");
        }
    }
}
