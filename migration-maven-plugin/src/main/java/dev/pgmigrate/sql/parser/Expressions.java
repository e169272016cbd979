package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;
import java.util.List;

/** Parses value expressions: a_expr, b_expr and c_expr of the grammar. */
@SuppressWarnings("DoNotCallSuggester")
public final class Expressions {
    private Expressions() {}

    public static Expression aExpr(Cursor cursor) {
        throw cursor.syntaxError();
    }

    public static Expression bExpr(Cursor cursor) {
        throw cursor.syntaxError();
    }

    public static Expression cExpr(Cursor cursor) {
        throw cursor.syntaxError();
    }

    /** func_expr: a call with its FILTER and OVER, or one of the functions with a syntax of their own. */
    public static Expression funcExpr(Cursor cursor) {
        throw cursor.syntaxError();
    }

    /** func_expr_windowless: what an index expression without parentheses may be. */
    public static Expression funcExprWindowless(Cursor cursor) {
        throw cursor.syntaxError();
    }

    /** expr_list: one or more expressions between commas. */
    public static List<Expression> exprList(Cursor cursor) {
        throw cursor.syntaxError();
    }
}
