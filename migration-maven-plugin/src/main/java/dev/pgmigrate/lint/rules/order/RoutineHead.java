package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.Polymorphism;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionParameter.Mode;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a server refuses of a routine before it looks at its body (functioncmds.c). */
final class RoutineHead {
    private final CreateFunction function;
    private final Refusals refusals;

    private RoutineHead(CreateFunction function, Refusals refusals) {
        this.function = function;
        this.refusals = refusals;
    }

    static void check(CreateFunction function, Refusals refusals) {
        RoutineHead head = new RoutineHead(function, refusals);
        head.options();
        head.language();
        head.parameters();
        head.result();
    }

    private void refuse(Node at, String why, String advice) {
        refusals.add(at.range(), SqlState.INVALID_FUNCTION_DEFINITION, "`" + function.name() + "`: " + why, advice);
    }

    private void options() {
        Set<Class<?>> seen = new HashSet<>();
        for (FunctionOption option : function.options()) {
            if (!(option instanceof FunctionOption.Setting) && !seen.add(option.getClass())) {
                String twice = "`" + function.name() + "` says this twice";
                refusals.add(option.range(), SqlState.SYNTAX_ERROR, twice, "Say it once.");
            }
            if (function.procedure() && !isOfProcedures(option)) {
                refuse(option, "a procedure has no such attribute", "Leave it out.");
            }
        }
    }

    /** Returns whether a procedure has such an attribute as well. */
    static boolean isOfProcedures(FunctionOption option) {
        return option instanceof FunctionOption.Language
                || option instanceof FunctionOption.Security
                || option instanceof FunctionOption.Setting
                || option instanceof FunctionOption.Transform;
    }

    private void language() {
        String language = function.language();
        FunctionBody body = function.body();
        if (language.isEmpty()) {
            refuse(function.name(), "no language is named", "Add LANGUAGE.");
        } else if (body == null) {
            refuse(function.name(), "there is no body", "Write it after AS.");
        } else if (body instanceof FunctionBody.Library && (language.equals("sql") || language.equals("plpgsql"))) {
            refuse(body, "AS names two strings, as only a function in C does", "Write one string after AS.");
        }
    }

    private void parameters() {
        boolean defaults = false;
        FunctionParameter variadic = null;
        List<FunctionParameter> before = new ArrayList<>();
        for (FunctionParameter parameter : all()) {
            boolean input = isInput(parameter);
            if (variadic != null && (input || function.procedure())) {
                refuse(variadic, "a VARIADIC parameter has to come last", "Move it to the end.");
            }
            variadic = parameter.mode() == Mode.VARIADIC ? parameter : variadic;
            name(parameter, before);
            before.add(parameter);
            if (parameter.defaultValue() != null) {
                if (!input) {
                    refuse(parameter, "only an input parameter has a default", "Leave the default out.");
                }
                defaults = true;
            } else if (defaults && (input || function.procedure())) {
                refuse(
                        parameter,
                        "every parameter after one with a default needs a default as well",
                        "Give it a default, or move it to the front.");
            }
        }
    }

    private List<FunctionParameter> all() {
        List<FunctionParameter> all = new ArrayList<>(function.parameters());
        all.addAll(function.tableColumns());
        return all;
    }

    /** A name may stand for one input and one output. */
    private void name(FunctionParameter parameter, List<FunctionParameter> before) {
        Name name = parameter.name();
        for (FunctionParameter other : before) {
            boolean apart =
                    (isOnlyInput(parameter) && isOnlyOutput(other)) || (isOnlyOutput(parameter) && isOnlyInput(other));
            if (name != null && other.name() != null && other.name().text().equals(name.text()) && !apart) {
                refuse(name, "two parameters are called `" + name.text() + "`", "Rename one of them.");
            }
        }
    }

    private static boolean isInput(FunctionParameter parameter) {
        return !isOnlyOutput(parameter);
    }

    private static boolean isOnlyInput(FunctionParameter parameter) {
        return isInput(parameter) && parameter.mode() != Mode.INOUT;
    }

    static boolean isOnlyOutput(FunctionParameter parameter) {
        return parameter.mode() == Mode.OUT || parameter.mode() == Mode.TABLE;
    }

    private void result() {
        List<FunctionParameter> outputs = all().stream()
                .filter(parameter -> isOnlyOutput(parameter) || parameter.mode() == Mode.INOUT)
                .toList();
        TypeName returns = function.returns();
        if (function.procedure()) {
            return;
        }
        if (returns == null && outputs.isEmpty() && !function.returnsSet()) {
            refuse(function.name(), "it does not say what it returns", "Add RETURNS; RETURNS void for nothing.");
        }
        if (returns != null && !outputs.isEmpty() && !isResultOf(returns, outputs)) {
            refuse(returns, "its output parameters give a different result", "Leave RETURNS out.");
        }
        if (returns != null) {
            trigger(returns);
            polymorphic(returns);
        }
        outputs.stream().filter(RoutineHead::isOnlyOutput).forEach(output -> polymorphic(output.type()));
    }

    private static boolean isResultOf(TypeName returns, List<FunctionParameter> outputs) {
        ColumnType type = ColumnType.of(returns);
        return outputs.size() > 1
                ? type.is("record")
                : type.name()
                                .name()
                                .equals(ColumnType.of(outputs.get(0).type())
                                        .name()
                                        .name())
                        || returns.percentType()
                        || outputs.get(0).type().percentType();
    }

    private void trigger(TypeName returns) {
        ColumnType type = ColumnType.of(returns);
        if (!type.is("trigger") && !type.is("event_trigger")) {
            return;
        }
        String language = function.language();
        if (language.equals("sql")) {
            refuse(returns, "a function in SQL cannot return " + type.name(), "Write it in plpgsql.");
        } else if (language.equals("plpgsql") && !function.parameters().isEmpty()) {
            refuse(
                    function.parameters().get(0),
                    "a trigger's function has no parameters",
                    "Read the trigger's arguments from TG_ARGV.");
        }
    }

    /** What a polymorphic result is has to follow from an input (manual, 36.2.5 "Polymorphic Types"). */
    private void polymorphic(TypeName result) {
        String type = ColumnType.of(result).plain();
        List<String> inputs = function.parameters().stream()
                .filter(RoutineHead::isInput)
                .map(parameter -> ColumnType.of(parameter.type()).plain())
                .toList();
        if (!Polymorphism.isSettled(type, inputs)) {
            refuse(result, "no parameter determines what " + type + " is", "Give it a parameter of such a type.");
        }
        boolean unquoted =
                function.body() instanceof FunctionBody.Return || function.body() instanceof FunctionBody.Statements;
        if (unquoted && inputs.stream().anyMatch(Polymorphism::is)) {
            refuse(result, "a body that is not a string cannot have polymorphic parameters", "Write it as a string.");
        }
    }
}
