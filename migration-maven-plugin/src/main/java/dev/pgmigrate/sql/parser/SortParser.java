package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.SortBy;
import dev.pgmigrate.sql.ast.SortBy.Direction;
import dev.pgmigrate.sql.ast.SortBy.NullsOrder;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import java.util.List;

/** Parses ORDER BY: sort_clause of the grammar, and the endings that indexes share with it. */
public final class SortParser {
    private SortParser() {}

    /** opt_sort_clause: empty where there is no ORDER BY. */
    public static List<SortBy> optSortClause(Cursor cursor) {
        if (!cursor.accept(Keyword.ORDER)) {
            return List.of();
        }
        cursor.expect(Keyword.BY);
        return sortbyList(cursor);
    }

    /** sortby_list. */
    public static List<SortBy> sortbyList(Cursor cursor) {
        return cursor.list(SortParser::sortby);
    }

    private static SortBy sortby(Cursor cursor) {
        int start = cursor.start();
        var expression = Expressions.aExpr(cursor);
        if (cursor.accept(Keyword.USING)) {
            var operator = Names.qualAllOp(cursor);
            NullsOrder nulls = optNullsOrder(cursor);
            return new SortBy(expression, Direction.USING, nulls, operator, cursor.rangeFrom(start));
        }
        Direction direction = optAscDesc(cursor);
        NullsOrder nulls = optNullsOrder(cursor);
        return new SortBy(expression, direction, nulls, null, cursor.rangeFrom(start));
    }

    /** opt_asc_desc. */
    public static Direction optAscDesc(Cursor cursor) {
        if (cursor.accept(Keyword.ASC)) {
            return Direction.ASC;
        }
        return cursor.accept(Keyword.DESC) ? Direction.DESC : Direction.DEFAULT;
    }

    /** opt_nulls_order. */
    public static NullsOrder optNullsOrder(Cursor cursor) {
        if (!cursor.accept(Token.NULLS_LA)) {
            return NullsOrder.DEFAULT;
        }
        if (cursor.accept(Keyword.FIRST)) {
            return NullsOrder.FIRST;
        }
        cursor.expect(Keyword.LAST);
        return NullsOrder.LAST;
    }
}
