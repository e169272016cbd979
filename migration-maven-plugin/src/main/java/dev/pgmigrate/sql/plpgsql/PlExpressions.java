package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.Cursor;
import dev.pgmigrate.sql.parser.Expressions;

/** Parses what PL/pgSQL takes for an expression: what may follow {@code SELECT}, its FROM included (PLpgSQL_Expr of gram.y). */
final class PlExpressions {
    private PlExpressions() {}

    static Expression parse(Tokens tokens) {
        Cursor cursor = new Cursor(tokens);
        Expression expression = Expressions.aExpr(cursor);
        if (!cursor.at(Token.EOF)) {
            throw cursor.syntaxError();
        }
        return expression;
    }
}
