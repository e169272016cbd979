package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.plpgsql.SqlPieces.Piece;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The heads of loops, from their first word to {@code LOOP} (stmt_for and its neighbours in pl_gram.y). */
final class Loops {
    private final PlCursor cursor;
    private final SqlPieces pieces;
    private final Deque<OpenStatement> open;

    Loops(PlCursor cursor, SqlPieces pieces, Deque<OpenStatement> open) {
        this.cursor = cursor;
        this.pieces = pieces;
        this.open = open;
    }

    OpenLoop take(int start, @Nullable Name label) {
        String word = cursor.word();
        cursor.advance();
        OpenLoop.Head head = switch (word) {
            case "loop" -> (body, range) -> new PlLoop.Loop(label, body, range);
            case "while" -> takeWhile(label);
            case "for" -> takeFor(label);
            default -> takeForeach(label);
        };
        if (!word.equals("loop")) {
            cursor.expectWord("loop");
        }
        return new OpenLoop(cursor, start, label, head);
    }

    private OpenLoop.@Nullable Head takeWhile(@Nullable Name label) {
        Expression condition = pieces.expressionUntil("loop");
        return condition == null ? null : (body, range) -> new PlLoop.While(label, condition, body, range);
    }

    private OpenLoop.@Nullable Head takeFor(@Nullable Name label) {
        List<ObjectName> targets = takeTargets();
        cursor.expectWord("in");
        if (cursor.atWord("execute")) {
            return takeForExecute(label, targets);
        }
        if (atBoundCursor()) {
            return takeForCursor(label, targets.get(0));
        }
        boolean reverse = cursor.acceptWord("reverse");
        Piece piece = pieces.takeUntil("SQL statement", "loop", "..");
        if (piece.stop().equals("..")) {
            return takeForInteger(label, targets, reverse, piece);
        }
        if (reverse) {
            throw cursor.error("cannot specify REVERSE in query FOR loop", cursor.range());
        }
        Statement query = pieces.statement(piece);
        return query == null ? null : (body, range) -> new PlLoop.ForQuery(label, targets, query, body, range);
    }

    private OpenLoop.@Nullable Head takeForInteger(
            @Nullable Name label, List<ObjectName> targets, boolean reverse, Piece first) {
        if (targets.size() > 1) {
            throw cursor.error(
                    "integer FOR loop must have only one target variable",
                    targets.get(1).range());
        }
        Expression from = pieces.expression(first);
        cursor.expect(Token.DOT_DOT);
        Piece second = pieces.takeUntil("expression", "loop", "by");
        Expression to = pieces.expression(second);
        boolean hasStep = second.stop().equals("by") && cursor.acceptWord("by");
        Expression step = hasStep ? pieces.expressionUntil("loop") : null;
        if (from == null || to == null || (hasStep && step == null)) {
            return null;
        }
        return (body, range) -> new PlLoop.ForInteger(label, targets.get(0), reverse, from, to, step, body, range);
    }

    private OpenLoop.@Nullable Head takeForExecute(@Nullable Name label, List<ObjectName> targets) {
        cursor.advance();
        Expression command = pieces.expressionUntil("loop", "using");
        List<Expression> using = pieces.using("loop");
        return command == null || using == null
                ? null
                : (body, range) -> new PlLoop.ForExecute(label, targets, command, using, body, range);
    }

    private OpenLoop.@Nullable Head takeForCursor(@Nullable Name label, ObjectName target) {
        ObjectName name = cursor.takeObjectName();
        List<Expression> arguments = pieces.cursorArguments();
        return arguments == null
                ? null
                : (body, range) -> new PlLoop.ForCursor(label, target, name, arguments, body, range);
    }

    private OpenLoop.@Nullable Head takeForeach(@Nullable Name label) {
        List<ObjectName> targets = takeTargets();
        int slice = 0;
        if (cursor.acceptWord("slice")) {
            slice = cursor.takeInteger();
        }
        cursor.expectWord("in");
        cursor.expectWord("array");
        Expression array = pieces.expressionUntil("loop");
        int taken = slice;
        return array == null ? null : (body, range) -> new PlLoop.Foreach(label, targets, taken, array, body, range);
    }

    private List<ObjectName> takeTargets() {
        List<ObjectName> targets = new ArrayList<>();
        do {
            targets.add(cursor.takeObjectName());
        } while (cursor.accept(','));
        return List.copyOf(targets);
    }

    /** A name that is declared as a cursor is one; so is any other alone before {@code LOOP}, where no query could be. */
    private boolean atBoundCursor() {
        if (!cursor.atName()) {
            return false;
        }
        if (PlCursor.wordAt(cursor.tokens(), cursor.index() + 1).equals("loop")) {
            return true;
        }
        String name = cursor.word();
        return cursor.peek(1) == '(' && open.stream().anyMatch(statement -> statement.declaresCursor(name));
    }
}
