package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.effect.Volatility;
import dev.pgmigrate.postgres.BuiltInCasts;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.sql.ast.Expression.NamedArg;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionParameter.Mode;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the routines of a name take given arguments (manual, 10.3 "Functions"). */
public final class Overloads {
    private static final Set<String> ELEMENTS = Set.of("anyelement", "anynonarray", "anyenum");
    private static final String ARRAY = "anyarray";

    private Overloads() {}

    /**
     * Returns whether functions of that name are known and none of them can be called so.
     *
     * @param arguments the types, as in {@link ColumnType#plain()}
     */
    public static boolean lack(QualifiedName name, List<String> arguments, Schema schema) {
        List<Routine> routines = Volatility.isBuiltIn(name) ? List.of() : schema.routines(name);
        return !routines.isEmpty() && routines.stream().noneMatch(routine -> mayTake(routine, arguments));
    }

    /** Returns whether routines of the name of a {@code CALL} are known and none of them can be called so. */
    public static boolean lack(FuncCall call, Schema schema) {
        List<Routine> routines = schema.routines(call.name().qualified());
        return !routines.isEmpty() && routines.stream().noneMatch(routine -> mayTake(routine, call));
    }

    /**
     * Returns whether the routines of a name are known and none takes arguments of these types.
     *
     * @param arguments the types, null where one is not known
     */
    public static boolean lack(FuncCall call, List<@Nullable String> arguments, Schema schema) {
        List<Routine> routines = Volatility.isBuiltIn(call.name().qualified())
                ? List.of()
                : schema.routines(call.name().qualified());
        return !routines.isEmpty()
                && !call.variadic()
                && call.arguments().stream().noneMatch(NamedArg.class::isInstance)
                && routines.stream().noneMatch(routine -> mayTake(routine, call) && acceptsAll(routine, arguments));
    }

    private static boolean acceptsAll(Routine routine, List<@Nullable String> arguments) {
        if (!(routine.definition() instanceof CreateFunction create)) {
            return true;
        }
        List<FunctionParameter> parameters = create.procedure() ? create.parameters() : inputs(create);
        for (int i = 0; i < arguments.size() && i < parameters.size(); i++) {
            FunctionParameter parameter = parameters.get(i);
            String given = arguments.get(i);
            if (parameter.mode() == Mode.VARIADIC) {
                return true;
            }
            if (given != null && isApart(given, parameter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isApart(String given, FunctionParameter parameter) {
        String wanted = ColumnType.of(parameter.type()).plain();
        return !parameter.type().percentType()
                && BuiltInCasts.know(wanted)
                && BuiltInCasts.know(given)
                && !BuiltInCasts.isImplicit(given, wanted);
    }

    /** Returns whether all that a {@code CALL} can mean are functions and aggregates. */
    public static boolean areFunctions(FuncCall call, Schema schema) {
        List<Routine> routines = schema.routines(call.name().qualified());
        return routines.isEmpty()
                ? Volatility.isBuiltIn(call.name().qualified())
                : !lack(call, schema)
                        && routines.stream()
                                .filter(routine -> mayTake(routine, call))
                                .allMatch(routine ->
                                        routine.definition() != null && routine.kind() != ObjectType.PROCEDURE);
    }

    private static boolean mayTake(Routine routine, FuncCall call) {
        if (!(routine.definition() instanceof CreateFunction create)) {
            return true;
        }
        List<FunctionParameter> parameters = create.procedure() ? create.parameters() : inputs(create);
        List<String> names = parameters.stream()
                .map(parameter ->
                        parameter.name() == null ? "" : parameter.name().text())
                .toList();
        boolean named = call.arguments().stream()
                .allMatch(argument -> !(argument instanceof NamedArg given)
                        || names.contains(given.name().text()));
        return named && takes(parameters, call.arguments().size());
    }

    private static boolean takes(List<FunctionParameter> parameters, int count) {
        boolean variadic = parameters.stream().anyMatch(parameter -> parameter.mode() == Mode.VARIADIC);
        long needed = parameters.stream()
                .filter(parameter -> parameter.defaultValue() == null && parameter.mode() != Mode.VARIADIC)
                .count();
        return count >= needed && (variadic || count <= parameters.size());
    }

    private static List<FunctionParameter> inputs(CreateFunction function) {
        return function.parameters().stream()
                .filter(parameter -> parameter.mode() != Mode.OUT && parameter.mode() != Mode.TABLE)
                .toList();
    }

    private static boolean mayTake(Routine routine, List<String> arguments) {
        if (!(routine.definition() instanceof CreateFunction function)) {
            return true;
        }
        List<FunctionParameter> inputs = inputs(function);
        return inputs.stream().anyMatch(input -> input.mode() == Mode.VARIADIC)
                || (takes(inputs, arguments.size()) && fit(inputs, arguments));
    }

    private static boolean fit(List<FunctionParameter> inputs, List<String> arguments) {
        Set<String> elements = new HashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            String wanted = ColumnType.of(inputs.get(i).type()).plain();
            String given = arguments.get(i);
            if (ELEMENTS.contains(wanted)) {
                elements.add(given);
            } else if (wanted.equals(ARRAY)) {
                if (!given.endsWith("[]") && !given.equals(ARRAY)) {
                    // A domain may be over an array.
                    return !isScalar(given);
                }
                elements.add(given.equals(ARRAY) ? "anyelement" : given.substring(0, given.length() - 2));
            } else if (!wanted.equals(given)
                    && (Polymorphism.is(given) ? !wanted.equals("any") : areApart(wanted, given))) {
                return false;
            }
        }
        return elements.size() <= 1;
    }

    /** Nothing but a function or an assignment makes an array of one value, or one value of an array. */
    private static boolean areApart(String wanted, String given) {
        return (wanted.endsWith("[]") && isSingle(given)) || (given.endsWith("[]") && isSingle(wanted));
    }

    private static boolean isSingle(String type) {
        return BuiltInTypes.contains(type) && !type.endsWith("vector");
    }

    private static boolean isScalar(String type) {
        return BuiltInTypes.contains(type) || Polymorphism.is(type);
    }
}
