package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.plpgsql.PlStatement.FetchDirection;
import dev.pgmigrate.sql.plpgsql.PlStatement.Into;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The statements that work on cursors (PostgreSQL manual, 41.7 "Cursors"). */
final class Cursors {
    private final PlCursor cursor;
    private final SqlPieces pieces;

    Cursors(PlCursor cursor, SqlPieces pieces) {
        this.cursor = cursor;
        this.pieces = pieces;
    }

    @Nullable
    PlStatement takeOpen(int start) {
        cursor.advance();
        ObjectName name = cursor.takeObjectName();
        if (cursor.at(';') || cursor.at('(')) {
            List<Expression> arguments = pieces.cursorArguments();
            return arguments == null
                    ? null
                    : new PlStatement.Open(name, null, null, arguments, cursor.rangeFrom(start));
        }
        Boolean scroll = Declarations.takeScroll(cursor);
        cursor.expectWord("for");
        if (cursor.acceptWord("execute")) {
            Expression command = pieces.expressionUntil(";", "using");
            List<Expression> using = pieces.using(";");
            return command == null || using == null
                    ? null
                    : new PlStatement.OpenExecute(name, scroll, command, using, cursor.rangeFrom(start));
        }
        Statement query = pieces.statementUntil(";");
        return query == null ? null : new PlStatement.Open(name, scroll, query, List.of(), cursor.rangeFrom(start));
    }

    @Nullable
    PlStatement takeFetch(int start) {
        cursor.advance();
        Direction direction = takeDirection();
        ObjectName name = cursor.takeObjectName();
        Into into = pieces.into();
        return direction.wrong()
                ? null
                : new PlStatement.Fetch(direction.direction, direction.count, name, into, cursor.rangeFrom(start));
    }

    @Nullable
    PlStatement takeMove(int start) {
        cursor.advance();
        Direction direction = takeDirection();
        ObjectName name = cursor.takeObjectName();
        return direction.wrong()
                ? null
                : new PlStatement.Fetch(direction.direction, direction.count, name, null, cursor.rangeFrom(start));
    }

    PlStatement takeClose(int start) {
        cursor.advance();
        return new PlStatement.Close(cursor.takeObjectName(), cursor.rangeFrom(start));
    }

    private record Direction(
            FetchDirection direction,
            boolean counted,
            @Nullable Expression count) {
        boolean wrong() {
            return counted && count == null;
        }
    }

    /** read_fetch_direction: everything up to {@code FROM} or {@code IN}; a name that follows at once is the cursor. */
    private Direction takeDirection() {
        String word = cursor.word();
        switch (word) {
            case "next", "prior", "first", "last" -> {
                cursor.advance();
                return takeFrom(FetchDirection.valueOf(word.toUpperCase(Locale.ROOT)));
            }
            case "absolute", "relative" -> {
                cursor.advance();
                return takeCount(FetchDirection.valueOf(word.toUpperCase(Locale.ROOT)));
            }
            case "all" -> {
                cursor.advance();
                return takeFrom(FetchDirection.FORWARD_ALL);
            }
            case "forward" -> {
                cursor.advance();
                return takeRows(FetchDirection.FORWARD, FetchDirection.FORWARD_ALL);
            }
            case "backward" -> {
                cursor.advance();
                return takeRows(FetchDirection.BACKWARD, FetchDirection.BACKWARD_ALL);
            }
            case "from", "in" -> {
                cursor.advance();
                return plain(FetchDirection.NEXT);
            }
            default -> {
                return atCursorName() ? plain(FetchDirection.NEXT) : takeCount(FetchDirection.FORWARD);
            }
        }
    }

    private boolean atCursorName() {
        if (!cursor.atName()) {
            return false;
        }
        int next = cursor.peek(1);
        return next == ';'
                || PlCursor.wordAt(cursor.tokens(), cursor.index() + 1).equals("into");
    }

    private Direction takeRows(FetchDirection some, FetchDirection all) {
        if (cursor.acceptWord("all")) {
            return takeFrom(all);
        }
        return cursor.acceptWord("from") || cursor.acceptWord("in") ? plain(some) : takeCount(some);
    }

    private Direction takeCount(FetchDirection direction) {
        Expression count = pieces.expressionUntil("from", "in");
        cursor.advance();
        return new Direction(direction, true, count);
    }

    private static Direction plain(FetchDirection direction) {
        return new Direction(direction, false, null);
    }

    private Direction takeFrom(FetchDirection direction) {
        if (!cursor.acceptWord("from") && !cursor.acceptWord("in")) {
            throw cursor.problem("expected FROM or IN");
        }
        return plain(direction);
    }
}
