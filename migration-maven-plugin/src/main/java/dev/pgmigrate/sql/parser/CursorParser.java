package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.CursorStatement.Close;
import dev.pgmigrate.sql.ast.CursorStatement.DeclareCursor;
import dev.pgmigrate.sql.ast.CursorStatement.Fetch;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;

/** Parses DECLARE, FETCH, MOVE and CLOSE. */
final class CursorParser {
    private CursorParser() {}

    /** DeclareCursorStmt. */
    static Statement declare(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.DECLARE);
        Name name = Names.colId(cursor);
        while (atOption(cursor)) {
            if (cursor.accept(Keyword.NO)) {
                cursor.expect(Keyword.SCROLL);
            } else {
                cursor.advance();
            }
        }
        cursor.expect(Keyword.CURSOR);
        boolean hold = cursor.accept(Keyword.WITH);
        if (hold || cursor.accept(Keyword.WITHOUT)) {
            cursor.expect(Keyword.HOLD);
        }
        cursor.expect(Keyword.FOR);
        Statement query = SelectParser.selectStmt(cursor);
        return new DeclareCursor(name, hold, query, cursor.rangeFrom(start));
    }

    private static boolean atOption(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.NO, Keyword.SCROLL, Keyword.BINARY, Keyword.ASENSITIVE, Keyword.INSENSITIVE -> true;
            default -> false;
        };
    }

    /** FetchStmt: FETCH and MOVE. */
    static Statement fetch(Cursor cursor) {
        int start = cursor.start();
        boolean move = cursor.at(Keyword.MOVE);
        cursor.advance();
        direction(cursor);
        if (!cursor.accept(Keyword.FROM)) {
            cursor.accept(Keyword.IN);
        }
        Name name = Names.colId(cursor);
        return new Fetch(name, move, cursor.rangeFrom(start));
    }

    /** The part of fetch_args in front of the cursor, which may have the name of a direction. */
    private static void direction(Cursor cursor) {
        int next = cursor.peek(1);
        boolean named = next == Keyword.FROM || next == Keyword.IN || Keywords.isColId(next);
        boolean counted = next == Token.ICONST || next == '+' || next == '-';
        switch (cursor.kind()) {
            case Keyword.NEXT, Keyword.PRIOR, Keyword.FIRST, Keyword.LAST -> {
                if (named) {
                    cursor.advance();
                }
            }
            case Keyword.ABSOLUTE, Keyword.RELATIVE -> {
                if (counted) {
                    cursor.advance();
                    Names.signedIconst(cursor);
                }
            }
            case Keyword.FORWARD, Keyword.BACKWARD -> {
                if (named || counted || next == Keyword.ALL) {
                    cursor.advance();
                }
                if (counted) {
                    Names.signedIconst(cursor);
                } else {
                    cursor.accept(Keyword.ALL);
                }
            }
            case Keyword.ALL -> cursor.advance();
            case Token.ICONST, '+', '-' -> Names.signedIconst(cursor);
            default -> {}
        }
    }

    /** ClosePortalStmt. */
    static Statement close(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.CLOSE);
        Name name = cursor.accept(Keyword.ALL) ? null : Names.colId(cursor);
        return new Close(name, cursor.rangeFrom(start));
    }
}
