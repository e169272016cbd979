package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.Overloads;
import dev.pgmigrate.lint.evidence.Polymorphism;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Signatures;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.FunctionParameter.Mode;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports an aggregate whose state no argument settles, or whose functions do not take it (pg_aggregate.c). */
final class InvalidAggregate extends StatementRule<Define> {
    private static final String STATE = "stype";

    InvalidAggregate() {
        super(Facts.error(Category.ORDER).since("0.1"), Define.class);
    }

    @Override
    protected void check(Define aggregate, LintContext context, Reporter reporter) {
        if (aggregate.objectType() != ObjectType.AGGREGATE) {
            return;
        }
        Refusals refusals = new Refusals(context, reporter);
        Optional<String> state = option(aggregate, STATE)
                .or(() -> option(aggregate, STATE + "1"))
                .map(option -> ColumnType.of(option.typeName()).plain());
        ObjectReference.Signature signature = aggregate.signature();
        boolean plain = signature == null
                || (signature.orderBy().isEmpty()
                        && signature.parameters().stream().noneMatch(parameter -> parameter.mode() == Mode.VARIADIC));
        if (plain && state.isPresent()) {
            String types = Signatures.of(aggregate.made());
            List<String> arguments = types == null || types.isEmpty() ? List.of() : List.of(types.split(","));
            state(aggregate, state.get(), arguments, refusals);
            functions(aggregate, state.get(), arguments, refusals);
        }
    }

    private static Optional<DefElem> option(Define aggregate, String name) {
        return aggregate.definition().stream()
                .filter(element -> element.is(name))
                .findFirst();
    }

    private static void state(Define aggregate, String state, List<String> arguments, Refusals refusals) {
        refusals.addIf(
                Polymorphism.is(state) && !Polymorphism.isSettled(state, arguments),
                aggregate.name().range(),
                SqlState.INVALID_FUNCTION_DEFINITION,
                "No argument of `" + aggregate.name() + "` determines what its state, " + state + ", is",
                "Name the type of the state, or give the aggregate an argument of such a type.");
    }

    private static void functions(Define aggregate, String state, List<String> arguments, Refusals refusals) {
        List<String> withState = new ArrayList<>(List.of(state));
        withState.addAll(arguments);
        option(aggregate, "sfunc")
                .or(() -> option(aggregate, "sfunc1"))
                .ifPresent(function -> function(function, withState, refusals));
        boolean extra = option(aggregate, "finalfunc_extra").isPresent();
        option(aggregate, "finalfunc")
                .ifPresent(function -> function(function, extra ? withState : List.of(state), refusals));
    }

    private static void function(DefElem function, List<String> types, Refusals refusals) {
        refusals.addIf(
                Overloads.lack(function.typeName().name().qualified(), types, refusals.schema()),
                function.range(),
                SqlState.UNDEFINED_FUNCTION,
                "The aggregate calls `" + function.value() + "(" + String.join(", ", types)
                        + ")`, and no function of that name takes these types",
                "Name a function that takes the state and the arguments.");
    }
}
