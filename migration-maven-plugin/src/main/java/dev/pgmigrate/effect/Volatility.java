package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.BuiltInFunctions;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionOption.VolatilityKind;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Nodes;
import java.util.List;
import java.util.Locale;

/**
 * Determines whether an expression has to be computed for every row (PostgreSQL manual, 38.7 "Function Volatility
 * Categories"). Built-in functions are looked up in {@code volatility.txt}, which is generated from {@code pg_proc}.
 */
public final class Volatility {
    private Volatility() {}

    /** Returns whether {@code expression} calls a volatile function; an undeclared one counts as such. */
    public static boolean isVolatile(Expression expression, Schema schema) {
        return Nodes.of(FuncCall.class, expression)
                .anyMatch(call -> of(call.name().qualified(), schema) == VolatilityKind.VOLATILE);
    }

    /** Returns whether PostgreSQL has a built-in function of that name. */
    public static boolean isBuiltIn(QualifiedName function) {
        return BuiltInFunctions.contains(function);
    }

    private static VolatilityKind of(QualifiedName function, Schema schema) {
        boolean system = function.schema().filter("pg_catalog"::equals).isPresent();
        if (!system) {
            List<Routine> routines = schema.routines(function);
            if (!routines.isEmpty()) {
                return routines.stream()
                        .map(Volatility::declared)
                        .max(VolatilityKind::compareTo)
                        .orElseThrow();
            }
        }
        String builtIn =
                system || function.schemaOrNull() == null ? BuiltInFunctions.volatility(function.name()) : null;
        return builtIn == null ? VolatilityKind.VOLATILE : VolatilityKind.valueOf(builtIn.toUpperCase(Locale.ROOT));
    }

    private static VolatilityKind declared(Routine routine) {
        if (!(routine.definition() instanceof CreateFunction create)) {
            return VolatilityKind.VOLATILE;
        }
        return create.options().stream()
                .filter(FunctionOption.Volatility.class::isInstance)
                .map(option -> ((FunctionOption.Volatility) option).volatility())
                .findFirst()
                .orElse(VolatilityKind.VOLATILE);
    }
}
