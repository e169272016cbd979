package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.plpgsql.PlStatement.Into;
import dev.pgmigrate.sql.plpgsql.SqlPieces.Piece;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements without statements inside. Each is taken up to its semicolon; null stands for one that is wrong. */
final class SimpleStatements {
    private final PlCursor cursor;
    private final SqlPieces pieces;
    private final Deque<OpenStatement> open;
    private final Messages messages;
    private final Cursors cursors;

    SimpleStatements(PlCursor cursor, SqlPieces pieces, Deque<OpenStatement> open) {
        this.cursor = cursor;
        this.pieces = pieces;
        this.open = open;
        this.messages = new Messages(cursor, pieces);
        this.cursors = new Cursors(cursor, pieces);
    }

    /** Takes the statement that begins with {@code word}; one that PL/pgSQL does not know is SQL. */
    @Nullable
    PlStatement take(String word) {
        int start = cursor.start();
        return switch (word) {
            case "exit", "continue" -> takeJump(start, word.equals("exit"));
            case "return" -> takeReturn(start);
            case "raise" -> messages.takeRaise(start);
            case "assert" -> messages.takeAssert(start);
            case "get" -> messages.takeGetDiagnostics(start);
            case "execute" -> takeExecute(start);
            case "perform" -> takePerform(start);
            case "open" -> cursors.takeOpen(start);
            case "fetch" -> cursors.takeFetch(start);
            case "move" -> cursors.takeMove(start);
            case "close" -> cursors.takeClose(start);
            case "null" -> {
                cursor.advance();
                yield new PlStatement.Null(cursor.rangeFrom(start));
            }
            case "commit" -> new PlStatement.Commit(takeChain(), cursor.rangeFrom(start));
            case "rollback" -> new PlStatement.Rollback(takeChain(), cursor.rangeFrom(start));
            default -> takeSql(start, word);
        };
    }

    /** {@code target := value}; the cursor is at the target. */
    @Nullable
    PlStatement takeAssignment() {
        int start = cursor.start();
        int from = cursor.index();
        Tokens tokens = cursor.tokens();
        int depth = 0;
        int at = from;
        while (depth > 0 || (tokens.kind(at) != Token.COLON_EQUALS && tokens.kind(at) != '=')) {
            int kind = tokens.kind(at);
            if (kind == ';' || kind == Token.EOF) {
                cursor.advanceTo(at);
                throw cursor.syntaxError();
            }
            depth += switch (kind) {
                case '[', '(' -> 1;
                case ']', ')' -> -1;
                default -> 0;
            };
            at++;
        }
        Expression target = pieces.target(from, at);
        cursor.advanceTo(at + 1);
        Expression value = pieces.expressionUpToSemicolon();
        return target == null || value == null
                ? null
                : new PlStatement.Assignment(target, value, cursor.rangeFrom(start));
    }

    private @Nullable PlStatement takeJump(int start, boolean exit) {
        cursor.advance();
        Name label = cursor.atName() ? cursor.takeName() : null;
        checkJump(start, label, exit);
        Expression condition = null;
        if (cursor.acceptWord("when")) {
            condition = pieces.expressionUntil(";");
            if (condition == null) {
                return null;
            }
        }
        return exit
                ? new PlStatement.Exit(label, condition, cursor.rangeFrom(start))
                : new PlStatement.Continue(label, condition, cursor.rangeFrom(start));
    }

    /** A label that is not here may still be the routine's name, which the body does not know. */
    private void checkJump(int start, @Nullable Name label, boolean exit) {
        if (label == null) {
            if (open.stream().noneMatch(OpenStatement::isLoop)) {
                throw cursor.error(
                        exit
                                ? "EXIT cannot be used outside a loop, unless it has a label"
                                : "CONTINUE cannot be used outside a loop",
                        cursor.rangeFrom(start));
            }
            return;
        }
        for (OpenStatement statement : open) {
            if (statement.label != null && statement.label.text().equals(label.text())) {
                if (!exit && !statement.isLoop()) {
                    throw cursor.error(
                            "block label \"" + label.text() + "\" cannot be used in CONTINUE", label.range());
                }
                return;
            }
        }
    }

    private @Nullable PlStatement takeReturn(int start) {
        cursor.advance();
        if (cursor.at(';')) {
            return new PlStatement.Return(null, cursor.rangeFrom(start));
        }
        if (cursor.acceptWord("next")) {
            if (cursor.at(';')) {
                return new PlStatement.ReturnNext(null, cursor.rangeFrom(start));
            }
            Expression value = pieces.expressionUntil(";");
            return value == null ? null : new PlStatement.ReturnNext(value, cursor.rangeFrom(start));
        }
        if (cursor.acceptWord("query")) {
            if (cursor.acceptWord("execute")) {
                Expression command = pieces.expressionUntil(";", "using");
                List<Expression> using = pieces.using(";");
                return command == null || using == null
                        ? null
                        : new PlStatement.ReturnQueryExecute(command, using, cursor.rangeFrom(start));
            }
            Statement query = pieces.statementUntil(";");
            return query == null ? null : new PlStatement.ReturnQuery(query, cursor.rangeFrom(start));
        }
        Expression value = pieces.expressionUntil(";");
        return value == null ? null : new PlStatement.Return(value, cursor.rangeFrom(start));
    }

    /** {@code EXECUTE command}, with {@code INTO} and {@code USING} in either order, each once. */
    private @Nullable PlStatement takeExecute(int start) {
        cursor.advance();
        Expression command = pieces.expressionUntil(";", "into", "using");
        Into into = null;
        List<Expression> using = List.of();
        boolean hasUsing = false;
        while (!cursor.at(';')) {
            if (into == null && cursor.atWord("into")) {
                into = pieces.into();
            } else if (!hasUsing && cursor.atWord("using")) {
                hasUsing = true;
                using = pieces.using(";", "into");
            } else {
                throw cursor.syntaxError();
            }
        }
        return command == null || using == null
                ? null
                : new PlStatement.Execute(command, into, using, cursor.rangeFrom(start));
    }

    private @Nullable PlStatement takePerform(int start) {
        int perform = cursor.index();
        cursor.advance();
        Piece piece = pieces.takeUntil("expression", ";");
        Statement query = pieces.perform(perform, piece.to());
        return query == null ? null : new PlStatement.Perform(query, cursor.rangeFrom(start));
    }

    private boolean takeChain() {
        cursor.advance();
        if (!cursor.acceptWord("and")) {
            return false;
        }
        boolean chain = !cursor.acceptWord("no");
        cursor.expectWord("chain");
        return chain;
    }

    /** make_execsql_stmt: SQL up to its semicolon, with one {@code INTO} that names variables. */
    private @Nullable PlStatement takeSql(int start, String first) {
        if (!cursor.atName()) {
            throw cursor.syntaxError();
        }
        int from = cursor.index();
        int intoFrom = -1;
        int intoTo = -1;
        Into into = null;
        SqlStatementEnd end = new SqlStatementEnd(cursor);
        while (!end.reached()) {
            if (end.atInto(first)) {
                if (into != null) {
                    throw cursor.problem("INTO specified more than once");
                }
                intoFrom = cursor.index();
                into = pieces.into();
                intoTo = cursor.index();
            } else {
                end.advance();
            }
        }
        Statement statement = into == null
                ? pieces.statement(from, cursor.index(), from, from)
                : pieces.statement(from, cursor.index(), intoFrom, intoTo);
        return statement == null ? null : new PlStatement.Sql(statement, into, cursor.rangeFrom(start));
    }
}
