package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionExpression.SqlValueFunction;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionOption.VolatilityKind;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.plpgsql.RoutineBodies;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is kept has to be the same each time that it is computed (manual, 36.7 "Function Volatility Categories"). */
public final class Immutability {
    /** Those of {@code pg_proc} that are not immutable in any form and that people write. */
    private static final Set<String> CHANGING = Set.of(
            "now",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "random",
            "gen_random_uuid",
            "nextval",
            "currval",
            "lastval",
            "pg_backend_pid",
            "current_setting");

    private Immutability() {}

    /** Returns the first part of an expression that may have another value later. */
    public static Optional<Node> changing(Expression expression, Schema schema) {
        return Nodes.all(expression).stream()
                .filter(node ->
                        node instanceof SqlValueFunction || (node instanceof FuncCall call && isChanging(call, schema)))
                .findFirst();
    }

    private static boolean isChanging(FuncCall call, Schema schema) {
        List<Routine> routines = schema.routines(call.name().qualified());
        if (routines.isEmpty()) {
            return isServers(call);
        }
        return routines.size() == 1
                && routines.get(0).definition() instanceof CreateFunction create
                && routines.get(0).options().stream()
                        .noneMatch(option -> option instanceof FunctionOption.Volatility volatility
                                && volatility.volatility() == VolatilityKind.IMMUTABLE)
                && (!create.language().equals("sql") || changes(create, routines.get(0)));
    }

    private static boolean isServers(FuncCall call) {
        return call.name().schema() == null
                && CHANGING.contains(call.name().last().text());
    }

    /** A function in SQL may be written in place of its call: what it calls itself decides then. */
    private static boolean changes(CreateFunction function, Routine routine) {
        List<Node> body = function.body() instanceof FunctionBody.Source
                ? RoutineBodies.sql(routine.origin().file().source(), function)
                        .map(script -> script.statements().stream()
                                .flatMap(statement -> Nodes.all(statement).stream())
                                .toList())
                        .orElse(List.of())
                : Nodes.all(function);
        return body.stream().anyMatch(node -> node instanceof FuncCall call && isServers(call));
    }
}
