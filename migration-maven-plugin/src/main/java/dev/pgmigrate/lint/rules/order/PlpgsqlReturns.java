package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionParameter.Mode;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import org.jspecify.annotations.Nullable;

/** The forms of {@code RETURN} that a result allows (manual, 41.6.1 "Returning from a Function"; pl_gram.y). */
final class PlpgsqlReturns {
    private static final String BARE = "Write RETURN alone.";
    private static final String SET = "Declare the function RETURNS SETOF, or return one value.";

    private final boolean set;
    private final boolean isVoid;
    private final boolean outputs;
    private final Refusals refusals;

    private PlpgsqlReturns(@Nullable CreateFunction function, Refusals refusals) {
        TypeName returns = function == null ? null : function.returns();
        this.outputs = function != null
                && (!function.tableColumns().isEmpty()
                        || function.parameters().stream()
                                .anyMatch(parameter -> parameter.mode() == Mode.OUT || parameter.mode() == Mode.INOUT));
        this.set = function != null && function.returnsSet();
        this.isVoid = !outputs
                && (returns == null
                        || ColumnType.of(returns).is("void")
                        || ColumnType.of(returns).is("event_trigger"));
        this.refusals = refusals;
    }

    /** @param function null for a {@code DO}, which returns nothing */
    static void check(PlpgsqlBody body, @Nullable CreateFunction function, Refusals refusals) {
        PlpgsqlReturns returns = new PlpgsqlReturns(function, refusals);
        body.walk().forEach(returns::check);
    }

    private void check(PlStatement statement) {
        if (statement instanceof PlStatement.Return plain) {
            plain(plain, plain.value());
        } else if (statement instanceof PlStatement.ReturnNext next) {
            next(next, next.value());
        } else if (statement instanceof PlStatement.ReturnQuery
                || statement instanceof PlStatement.ReturnQueryExecute) {
            refuseIf(!set, statement, "RETURN QUERY needs a function that returns a set", SET);
        }
    }

    private void plain(PlStatement statement, @Nullable Expression value) {
        if (value == null) {
            refusals.addIf(
                    !set && !isVoid && !outputs,
                    statement.range(),
                    SqlState.SYNTAX_ERROR,
                    "The function returns a value, and this RETURN has none",
                    "Write the value after RETURN.");
        } else {
            refuseIf(set, statement, "The function returns a set, of which RETURN ends only the last row", BARE);
            refuseIf(isVoid, statement, "There is nothing that could be returned here", BARE);
            refuseIf(outputs, statement, "The output parameters are what is returned here", BARE);
        }
    }

    private void next(PlStatement statement, @Nullable Expression value) {
        refuseIf(!set, statement, "RETURN NEXT needs a function that returns a set", SET);
        refuseIf(outputs && value != null, statement, "The output parameters are the row", "Write RETURN NEXT alone.");
        refusals.addIf(
                !outputs && value == null,
                statement.range(),
                SqlState.SYNTAX_ERROR,
                "The function returns a row, and this RETURN NEXT has none",
                "Write the row after RETURN NEXT.");
    }

    private void refuseIf(boolean holds, PlStatement statement, String why, String advice) {
        refusals.addIf(holds, statement.range(), SqlState.DATATYPE_MISMATCH, why, advice);
    }
}
