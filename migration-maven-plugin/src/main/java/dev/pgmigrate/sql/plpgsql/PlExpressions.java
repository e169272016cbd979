package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.SubLink;
import dev.pgmigrate.sql.ast.Expression.SubLinkKind;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.TokenExcerpt;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.Cursor;
import dev.pgmigrate.sql.parser.Expressions;
import dev.pgmigrate.sql.parser.SelectParser;
import dev.pgmigrate.sql.parser.SyntaxException;

/**
 * Parses what PL/pgSQL takes for an expression: all that may follow {@code SELECT} (PLpgSQL_Expr of gram.y). With more than a
 * value in it, as in {@code total := sum(price) FROM items}, it becomes the sub-select that it is short for.
 */
final class PlExpressions {
    private PlExpressions() {}

    static Expression parse(Tokens tokens, int from, int to) {
        if (from < to && !beginsQuery(tokens.kind(from))) {
            Cursor cursor = new Cursor(new TokenExcerpt(tokens).tokens(from, to).end());
            try {
                Expression expression = Expressions.aExpr(cursor);
                if (cursor.at(Token.EOF)) {
                    return expression;
                }
            } catch (SyntaxException e) {
                // Then it is a query, or the query's error says the same: "a is FROM t" is a with the label is.
            }
        }
        Cursor cursor = new Cursor(new TokenExcerpt(tokens)
                .keyword(Keyword.SELECT, from)
                .tokens(from, to)
                .end());
        SelectStatement select = SelectParser.selectStmt(cursor);
        if (!cursor.at(Token.EOF)) {
            throw cursor.syntaxError();
        }
        return new SubLink(SubLinkKind.SCALAR, null, null, select, select.range());
    }

    private static boolean beginsQuery(int kind) {
        return kind == '*' || kind == Keyword.DISTINCT || kind == Keyword.ALL;
    }
}
