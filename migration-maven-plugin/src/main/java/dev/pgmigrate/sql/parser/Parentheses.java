package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.RowExpr;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SelectStatement.ExpressionList;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses what stands in parentheses within an expression, once: only at the closing one is it known whether it was a
 * query, a value or a row.
 */
final class Parentheses {
    /** What may stand there beside a query. */
    enum Content {
        /** A value, or a row of two and more: c_expr. */
        ROW,
        /** One value: ANY and ALL. */
        ONE,
        /** One value or more: IN. */
        LIST
    }

    private Parentheses() {}

    /**
     * Parses from the opening to the closing parenthesis; returns a SelectStatement, an Expression, or for LIST an
     * ExpressionList.
     */
    static Node parse(Cursor cursor, Content content) {
        if (cursor.isDeep()) {
            return cursor.onOwnStack(deep -> parse(deep, content));
        }
        cursor.enter();
        int start = cursor.start();
        cursor.expect('(');
        Node first = first(cursor);
        Node result;
        if (first instanceof SelectStatement) {
            result = first;
            cursor.expect(')');
        } else {
            result = values(cursor, (Expression) first, content, start);
        }
        cursor.leave();
        return result;
    }

    private static Node values(Cursor cursor, Expression first, Content content, int start) {
        if (content == Content.LIST || (content == Content.ROW && cursor.at(','))) {
            List<Expression> values = new ArrayList<>();
            values.add(first);
            while (cursor.accept(',')) {
                values.add(Expressions.aExpr(cursor));
            }
            cursor.expect(')');
            return content == Content.LIST
                    ? new ExpressionList(values, cursor.rangeFrom(start))
                    : new RowExpr(false, values, cursor.rangeFrom(start));
        }
        cursor.expect(')');
        return content == Content.ROW ? Indirections.optIndirection(cursor, first, start) : first;
    }

    private static Node first(Cursor cursor) {
        if (SelectParser.atSelect(cursor)) {
            return SelectParser.selectNoParens(cursor);
        }
        if (!cursor.at('(')) {
            return Expressions.aExpr(cursor);
        }
        int start = cursor.start();
        Node inner = parse(cursor, Content.ROW);
        if (inner instanceof SelectStatement select) {
            if (cursor.at(')')) {
                return select;
            }
            if (SelectParser.atContinuation(cursor)) {
                return SelectParser.continued(cursor, select, start);
            }
            return Expressions.continued(cursor, Primaries.scalar(cursor, select, start), start);
        }
        return Expressions.continued(cursor, (Expression) inner, start);
    }
}
