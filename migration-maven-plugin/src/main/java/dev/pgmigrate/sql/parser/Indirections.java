package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.Indirection;
import dev.pgmigrate.sql.ast.Expression.IndirectionElement;
import dev.pgmigrate.sql.ast.Name;
import java.util.ArrayList;
import java.util.List;

/** Parses what follows a value: fields, stars and subscripts (indirection of the grammar). */
final class Indirections {
    private Indirections() {}

    static boolean at(Cursor cursor) {
        return cursor.at('.') || cursor.at('[');
    }

    /** opt_indirection behind a value that begins at {@code start}. */
    static Expression optIndirection(Cursor cursor, Expression operand, int start) {
        if (!at(cursor)) {
            return operand;
        }
        List<IndirectionElement> elements = elements(cursor);
        checkStar(cursor, elements);
        return new Indirection(operand, elements, cursor.rangeFrom(start));
    }

    /** indirection: one element or more. */
    static List<IndirectionElement> elements(Cursor cursor) {
        List<IndirectionElement> elements = new ArrayList<>(2);
        while (at(cursor)) {
            elements.add(element(cursor));
        }
        return elements;
    }

    /** check_indirection: a star only at the end. */
    static void checkStar(Cursor cursor, List<IndirectionElement> elements) {
        for (int i = 0; i < elements.size() - 1; i++) {
            if (elements.get(i).star()) {
                throw cursor.errorHere("improper use of \"*\"");
            }
        }
    }

    private static IndirectionElement element(Cursor cursor) {
        int start = cursor.start();
        if (cursor.at('[')) {
            return subscript(cursor);
        }
        cursor.expect('.');
        if (cursor.accept('*')) {
            return new IndirectionElement(null, true, false, null, null, cursor.rangeFrom(start));
        }
        Name field = Names.colLabel(cursor);
        return new IndirectionElement(field, false, false, null, null, cursor.rangeFrom(start));
    }

    /** {@code [index]}, or {@code [lower:upper]} with either missing. */
    static IndirectionElement subscript(Cursor cursor) {
        int start = cursor.start();
        cursor.expect('[');
        Expression lower = cursor.at(':') ? null : Expressions.aExpr(cursor);
        if (!cursor.accept(':')) {
            cursor.expect(']');
            return new IndirectionElement(null, false, false, null, lower, cursor.rangeFrom(start));
        }
        Expression upper = cursor.at(']') ? null : Expressions.aExpr(cursor);
        cursor.expect(']');
        return new IndirectionElement(null, false, true, lower, upper, cursor.rangeFrom(start));
    }
}
