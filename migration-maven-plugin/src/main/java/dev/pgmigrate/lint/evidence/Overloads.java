package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.effect.Volatility;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionParameter.Mode;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether one of the functions of a name takes arguments of given types (manual, 10.3 "Functions"). */
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

    private static boolean mayTake(Routine routine, List<String> arguments) {
        if (!(routine.definition() instanceof CreateFunction function)) {
            return true;
        }
        List<FunctionParameter> inputs = function.parameters().stream()
                .filter(parameter -> parameter.mode() != Mode.OUT && parameter.mode() != Mode.TABLE)
                .toList();
        if (inputs.stream().anyMatch(input -> input.mode() == Mode.VARIADIC)) {
            return true;
        }
        long needed =
                inputs.stream().filter(input -> input.defaultValue() == null).count();
        return arguments.size() >= needed && arguments.size() <= inputs.size() && fit(inputs, arguments);
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
