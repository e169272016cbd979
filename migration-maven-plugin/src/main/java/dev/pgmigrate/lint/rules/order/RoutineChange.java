package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionParameter.Mode;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code OR REPLACE} may not change about a routine (PostgreSQL manual, CREATE FUNCTION, Notes). */
final class RoutineChange {
    private final CreateFunction from;
    private final CreateFunction to;

    private RoutineChange(CreateFunction from, CreateFunction to) {
        this.from = from;
        this.to = to;
    }

    /** Returns what the server refuses in its place, if anything; both have the same input types. */
    static Optional<String> refused(CreateFunction from, CreateFunction to) {
        return new RoutineChange(from, to).refused();
    }

    private Optional<String> refused() {
        if (!word(from).equals(word(to))) {
            return Optional.of("turns a " + word(from) + " into a " + word(to));
        }
        List<FunctionParameter> before = results(from);
        List<FunctionParameter> after = results(to);
        if (from.procedure() && before.isEmpty() != after.isEmpty()) {
            return Optional.of("changes whether it has OUT parameters");
        }
        if (isUnclear(from.returns()) || isUnclear(to.returns())) {
            return renamed();
        }
        String old = returned(from, before);
        String now = returned(to, after);
        if (!old.equals(now)) {
            return Optional.of("changes what it returns from " + old + " to " + now);
        }
        return renamed();
    }

    /** Returns the kind that a routine has to keep. */
    static String word(CreateFunction routine) {
        boolean window = routine.options().stream().anyMatch(FunctionOption.Window.class::isInstance);
        if (window) {
            return "window function";
        }
        return routine.procedure() ? "procedure" : "function";
    }

    /** The columns of the row that it gives: OUT and INOUT parameters, or those of RETURNS TABLE. */
    private static List<FunctionParameter> results(CreateFunction routine) {
        List<FunctionParameter> results = new ArrayList<>();
        for (FunctionParameter parameter : routine.parameters()) {
            if (parameter.mode() == Mode.OUT || parameter.mode() == Mode.INOUT) {
                results.add(parameter);
            }
        }
        results.addAll(routine.tableColumns());
        return results;
    }

    /** One column is returned as such, and its name does not count; several are a row with names. */
    private static String returned(CreateFunction routine, List<FunctionParameter> results) {
        String set = routine.returnsSet() || !routine.tableColumns().isEmpty() ? "setof " : "";
        if (results.size() == 1 && !routine.procedure()) {
            return set + type(results.get(0).type());
        }
        if (results.isEmpty()) {
            TypeName type = routine.returns();
            return type == null ? "nothing" : set + type(type);
        }
        StringBuilder row = new StringBuilder(set).append('(');
        for (FunctionParameter result : results) {
            Name name = result.name();
            row.append(row.charAt(row.length() - 1) == '(' ? "" : ", ")
                    .append(name == null ? "" : name.text() + " ")
                    .append(type(result.type()));
        }
        return row.append(')').toString();
    }

    private static boolean isUnclear(@Nullable TypeName type) {
        return type != null && type.percentType();
    }

    /** Without the schema, because the same type is written with and without it. */
    private static String type(TypeName type) {
        if (type.percentType()) {
            return "%";
        }
        ColumnType column = ColumnType.of(type);
        return column.name().name() + (column.array() ? "[]" : "");
    }

    private Optional<String> renamed() {
        List<FunctionParameter> before = inputs(from);
        List<FunctionParameter> after = inputs(to);
        int defaults = 0;
        for (int i = 0; i < before.size() && i < after.size(); i++) {
            Name old = before.get(i).name();
            Name now = after.get(i).name();
            if (old != null && (now == null || !now.text().equals(old.text()))) {
                return Optional.of(
                        now == null
                                ? "leaves out the name of its parameter " + old
                                : "renames its parameter " + old + " to " + now);
            }
            defaults += before.get(i).defaultValue() == null ? 0 : 1;
            defaults -= after.get(i).defaultValue() == null ? 0 : 1;
        }
        return defaults > 0 ? Optional.of("takes away the default of a parameter") : Optional.empty();
    }

    private static List<FunctionParameter> inputs(CreateFunction routine) {
        List<FunctionParameter> inputs = new ArrayList<>();
        for (FunctionParameter parameter : routine.parameters()) {
            if (parameter.mode() != Mode.OUT && parameter.mode() != Mode.TABLE) {
                inputs.add(parameter);
            }
        }
        return inputs;
    }
}
