package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.Set;

/** What an expression that is evaluated by itself cannot ask: queries, aggregates, windows, sets (parse_expr.c, parse_agg.c). */
final class Calls {
    /** Those of {@code pg_proc} with {@code prokind} a that people write. */
    private static final Set<String> AGGREGATES =
            Set.of(("array_agg avg bit_and bit_or bool_and bool_or count every json_agg jsonb_agg json_object_agg "
                            + "jsonb_object_agg max min stddev string_agg sum variance xmlagg")
                    .split(" "));

    /** Those with {@code proretset}. */
    private static final Set<String> SETS =
            Set.of(("generate_series generate_subscripts json_array_elements json_each jsonb_array_elements "
                            + "jsonb_each jsonb_object_keys regexp_split_to_table string_to_table unnest")
                    .split(" "));

    private Calls() {}

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

    private static void call(FuncCall call, String where, Refusals refusals) {
        String name = "`" + call.name() + "()`";
        if (call.over() != null) {
            String why = where + " cannot call the window function " + name;
            refusals.add(call.range(), SqlState.WINDOWING_ERROR, why, "Write the value.");
        } else if (isAggregate(call, refusals.schema())) {
            String why = where + " cannot call the aggregate " + name;
            refusals.add(call.range(), SqlState.GROUPING_ERROR, why, "Write the value.");
        } else if (isSet(call, refusals.schema())) {
            String why = where + " cannot call " + name + ", which returns a set";
            refusals.add(call.range(), SqlState.FEATURE_NOT_SUPPORTED, why, "Write the value.");
        }
    }

    private static boolean isAggregate(FuncCall call, Schema schema) {
        var routines = schema.routines(call.name().qualified());
        return routines.isEmpty()
                ? isOneOf(call, AGGREGATES)
                : routines.stream().allMatch(routine -> routine.kind() == ObjectType.AGGREGATE);
    }

    private static boolean isSet(FuncCall call, Schema schema) {
        var routines = schema.routines(call.name().qualified());
        return routines.isEmpty()
                ? isOneOf(call, SETS)
                : routines.stream()
                        .allMatch(routine ->
                                routine.definition() instanceof CreateFunction create && create.returnsSet());
    }

    private static boolean isOneOf(FuncCall call, Set<String> names) {
        return call.name().schema() == null && names.contains(call.name().last().text());
    }
}
