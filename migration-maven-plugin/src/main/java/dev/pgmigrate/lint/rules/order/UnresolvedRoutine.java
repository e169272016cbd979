package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.Overloads;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.RoutineLookup;
import dev.pgmigrate.replay.RoutineLookup.Outcome;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.Signatures;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionStatement.AlterFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.CallStatement;
import dev.pgmigrate.sql.ast.GrantStatement.Grant;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Set;

/** Reports a statement that names a routine which is not there, is of another kind, or is one of several. */
final class UnresolvedRoutine extends StatementRule<Statement> {
    private static final Set<ObjectType> ROUTINES =
            Set.of(ObjectType.FUNCTION, ObjectType.PROCEDURE, ObjectType.AGGREGATE, ObjectType.ROUTINE);

    UnresolvedRoutine() {
        super(
                Facts.error(Category.ORDER).since("0.1"),
                Drop.class,
                AlterFunction.class,
                ObjectStatement.class,
                Grant.class,
                CallStatement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof Drop drop) {
            for (ObjectReference object : drop.objects()) {
                named(object, drop.ifExists(), refusals);
                aggregate(object, refusals);
            }
        } else if (statement instanceof AlterFunction alter) {
            named(alter.function(), false, refusals);
            aggregate(alter.function(), refusals);
            alter.options().forEach(option -> option(alter.function(), option, refusals));
        } else if (statement instanceof ObjectStatement other) {
            named(other.object(), false, refusals);
        } else if (statement instanceof Grant grant) {
            grant.objects().forEach(object -> named(object, false, refusals));
        } else if (statement instanceof CallStatement call && call.call() instanceof FuncCall called) {
            called(called, refusals);
        }
    }

    private static void named(ObjectReference object, boolean ifExists, Refusals refusals) {
        if (!ROUTINES.contains(object.type())) {
            return;
        }
        RoutineLookup lookup = RoutineLookup.of(object, refusals.schema());
        String shown = shown(object);
        switch (lookup.outcome()) {
            case MISSING ->
                refusals.addIf(
                        !ifExists,
                        object.range(),
                        SqlState.UNDEFINED_FUNCTION,
                        "There is no " + shown + others(lookup),
                        "Name one that is there, or leave the statement out.");
            case AMBIGUOUS ->
                refusals.add(
                        object.range(),
                        SqlState.AMBIGUOUS_FUNCTION,
                        "The " + shown + " may be one of several: " + names(lookup),
                        "Write the types of its arguments, with IN and OUT for a procedure.");
            case OF_ANOTHER_KIND ->
                refusals.add(
                        object.range(),
                        SqlState.WRONG_OBJECT_TYPE,
                        isNoKindOf(lookup, object.type()),
                        "Say what it is, or name another one.");
            default -> {}
        }
    }

    private static String shown(ObjectReference object) {
        String types = Signatures.of(object);
        String arguments = types == null ? "" : "(" + types.replace(",", ", ") + ")";
        return Words.of(object.type(), object.name() + arguments);
    }

    private static String others(RoutineLookup lookup) {
        return lookup.routines().isEmpty()
                ? ", which an earlier statement dropped or renamed"
                : ", but " + names(lookup);
    }

    private static String names(RoutineLookup lookup) {
        return String.join(
                ", ", lookup.routines().stream().map(UnresolvedRoutine::name).toList());
    }

    private static String name(Routine routine) {
        return routine.kind().words() + " `" + routine.name().name() + "("
                + routine.signature().replace(",", ", ") + ")`";
    }

    private static String isNoKindOf(RoutineLookup lookup, ObjectType wanted) {
        return "The " + names(lookup) + " is not " + (wanted == ObjectType.AGGREGATE ? "an " : "a ") + wanted.words();
    }

    /** A comment takes an aggregate for a function, but not a drop and not a change of attributes (functioncmds.c). */
    private static void aggregate(ObjectReference object, Refusals refusals) {
        if (object.type() == ObjectType.FUNCTION || object.type() == ObjectType.PROCEDURE) {
            RoutineLookup lookup = RoutineLookup.of(object, refusals.schema());
            refusals.addIf(
                    lookup.outcome() == Outcome.FOUND
                            && lookup.routines().get(0).kind() == ObjectType.AGGREGATE,
                    object.range(),
                    SqlState.WRONG_OBJECT_TYPE,
                    isNoKindOf(lookup, object.type()),
                    "Write AGGREGATE.");
        }
    }

    private static void option(ObjectReference routine, FunctionOption option, Refusals refusals) {
        refusals.addIf(
                routine.type() == ObjectType.PROCEDURE
                        && !RoutineHead.isOfProcedures(option)
                        && RoutineLookup.of(routine, refusals.schema()).outcome() == Outcome.FOUND,
                option.range(),
                SqlState.INVALID_FUNCTION_DEFINITION,
                "The procedure `" + routine.name() + "` has no such attribute",
                "Leave it out.");
    }

    private static void called(FuncCall call, Refusals refusals) {
        refusals.addIf(
                Overloads.areFunctions(call, refusals.schema()),
                call.name().range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + call.name() + "` is not a procedure",
                "Write SELECT instead of CALL.");
        refusals.addIf(
                Overloads.lack(call, refusals.schema()),
                call.name().range(),
                SqlState.UNDEFINED_FUNCTION,
                "No procedure `" + call.name() + "` takes these arguments",
                "Call it with the arguments that it has.");
    }
}
