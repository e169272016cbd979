package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression;
import dev.pgmigrate.sql.ast.OperatorExpression;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the columns that a predicate compares with a value of the session, such as the current user's id. */
final class SessionLookups {
    private SessionLookups() {}

    static Set<String> columns(@Nullable Expression predicate) {
        Set<String> columns = new LinkedHashSet<>();
        Deque<Expression> open = new ArrayDeque<>();
        if (predicate != null) {
            open.push(predicate);
        }
        while (!open.isEmpty()) {
            Expression term = open.pop();
            if (term instanceof OperatorExpression.BoolExpr connected) {
                connected.terms().forEach(open::push);
            } else if (term instanceof OperatorExpression.OpExpr comparison
                    && comparison.operands().size() == 2
                    && comparison.operator().last().text().equals("=")) {
                add(comparison.operands().get(0), comparison.operands().get(1), columns);
                add(comparison.operands().get(1), comparison.operands().get(0), columns);
            }
        }
        return columns;
    }

    private static void add(Expression column, Expression value, Set<String> columns) {
        if (column instanceof Expression.ColumnRef reference && reference.column() != null && isOfTheSession(value)) {
            columns.add(reference.column().text());
        }
    }

    private static boolean isOfTheSession(Expression value) {
        Expression bare = value;
        while (bare instanceof Expression.TypeCast cast) {
            bare = cast.operand();
        }
        return bare instanceof FunctionExpression
                || (bare instanceof Expression.SubLink query && query.kind() == Expression.SubLinkKind.SCALAR);
    }
}
