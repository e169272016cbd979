package dev.pgmigrate.replay;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression;
import dev.pgmigrate.sql.ast.FunctionExpression.SpecialCall;
import dev.pgmigrate.sql.ast.JsonExpression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.OperatorExpression;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names that the server gives to output columns without one ({@code FigureColname} of its sources). */
final class OutputNames {
    static final String NONE = "?column?";

    private OutputNames() {}

    /** Returns the name, or null where it is not followed here. */
    static @Nullable String of(Expression value) {
        if (value instanceof Expression.TypeCast cast) {
            String inner = of(cast.operand());
            return inner == null || isStrong(cast.operand())
                    ? inner
                    : cast.type().name().last().text();
        }
        if (value instanceof Expression.ColumnRef reference) {
            Name column = reference.column();
            return column == null ? null : column.text();
        }
        if (value instanceof FunctionExpression.FuncCall call) {
            return call.name().last().text();
        }
        if (value instanceof SpecialCall call) {
            return call.kind() == FunctionExpression.SpecialKind.MERGE_ACTION
                    ? null
                    : call.kind().name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof JsonExpression.JsonCall call) {
            return call.kind().name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof FunctionExpression.SqlValueFunction function) {
            return function.keyword();
        }
        if (value instanceof Expression.CaseExpr choice) {
            Expression otherwise = choice.otherwise();
            return otherwise != null && isStrong(otherwise) ? of(otherwise) : "case";
        }
        if (value instanceof Expression.CollateClause collate) {
            return of(collate.operand());
        }
        if (value instanceof Expression.SubLink query) {
            return switch (query.kind()) {
                case EXISTS -> "exists";
                case ARRAY -> "array";
                case ANY, ALL, SCALAR -> null;
            };
        }
        return isNameless(value) ? NONE : null;
    }

    /** A name of its own wins over the name of a type or of CASE around it. */
    private static boolean isStrong(Expression value) {
        if (value instanceof Expression.TypeCast cast) {
            return isStrong(cast.operand());
        }
        if (value instanceof Expression.CollateClause collate) {
            return isStrong(collate.operand());
        }
        if (value instanceof Expression.CaseExpr choice) {
            Expression otherwise = choice.otherwise();
            return otherwise != null && isStrong(otherwise);
        }
        return !isNameless(value);
    }

    private static boolean isNameless(Expression value) {
        return value instanceof Expression.Constant
                || value instanceof OperatorExpression.OpExpr
                || value instanceof OperatorExpression.BoolExpr
                || (value instanceof OperatorExpression.IsExpr test
                        && test.test() != OperatorExpression.IsKind.NORMALIZED);
    }
}
