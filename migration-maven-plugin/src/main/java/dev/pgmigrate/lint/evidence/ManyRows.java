package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.List;
import java.util.Set;

/** Calls that take many rows or give them: aggregates, and functions that return a set. */
public final class ManyRows {
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

    private ManyRows() {}

    public static boolean isAggregate(FuncCall call, Schema schema) {
        List<Routine> routines = schema.routines(call.name().qualified());
        return routines.isEmpty()
                ? isOneOf(call, AGGREGATES)
                : routines.stream().allMatch(routine -> routine.kind() == ObjectType.AGGREGATE);
    }

    public static boolean isSet(FuncCall call, Schema schema) {
        List<Routine> routines = schema.routines(call.name().qualified());
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
