package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.TokenExcerpt;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.Cursor;
import dev.pgmigrate.sql.parser.Expressions;
import dev.pgmigrate.sql.parser.StatementParser;
import dev.pgmigrate.sql.parser.SyntaxException;
import dev.pgmigrate.sql.plpgsql.PlStatement.Into;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of SQL in a body. PL/pgSQL cuts them out by looking for the word behind them ({@code read_sql_construct} of
 * pl_gram.y) and only then has them parsed; so a wrong piece is an error of its own, and the body goes on behind it.
 */
final class SqlPieces {
    private final PlCursor cursor;
    private final Problems problems;

    SqlPieces(PlCursor cursor, Problems problems) {
        this.cursor = cursor;
        this.problems = problems;
    }

    /** The tokens from {@code from} up to {@code to}, where {@code stop} was found. */
    record Piece(int from, int to, String stop) {}

    /** Moves to the first of {@code stops} outside parentheses and returns what was passed over, at least one token. */
    Piece takeUntil(String kindOfPiece, String... stops) {
        Tokens tokens = cursor.tokens();
        int from = cursor.index();
        int depth = 0;
        for (int at = from; ; at++) {
            int kind = tokens.kind(at);
            if (depth == 0) {
                String stop = stopAt(tokens, at, stops);
                if (stop != null) {
                    cursor.advanceTo(at);
                    if (at == from) {
                        throw cursor.problem("missing " + kindOfPiece);
                    }
                    return new Piece(from, at, stop);
                }
            }
            if (kind == '(' || kind == '[') {
                depth++;
            } else if ((kind == ')' || kind == ']') && --depth < 0) {
                cursor.advanceTo(at);
                throw cursor.problem("mismatched parentheses");
            } else if (kind == ';' || kind == Token.EOF) {
                cursor.advanceTo(at);
                throw depth > 0
                        ? cursor.problem("mismatched parentheses")
                        : cursor.error(missing(kindOfPiece, stops), cursor.range());
            }
        }
    }

    private static String missing(String kindOfPiece, String... stops) {
        String expected = stops[0].toUpperCase(Locale.ROOT);
        return "missing \"" + expected + "\" at end of SQL "
                + (kindOfPiece.equals("expression") ? "expression" : "statement");
    }

    private static @Nullable String stopAt(Tokens tokens, int at, String... stops) {
        int kind = tokens.kind(at);
        for (String stop : stops) {
            boolean found = switch (stop) {
                case ";", ",", ")" -> kind == stop.charAt(0);
                case ".." -> kind == Token.DOT_DOT;
                default ->
                    tokens.end(at) - tokens.start(at) == stop.length()
                            && PlCursor.wordAt(tokens, at).equals(stop);
            };
            if (found) {
                return stop;
            }
        }
        return null;
    }

    @Nullable
    Expression expressionUntil(String... stops) {
        return expression(takeUntil("expression", stops));
    }

    /** Returns what is assigned, which for the grammar may be nothing. */
    @Nullable
    Expression expressionUpToSemicolon() {
        return cursor.at(';') ? expression(new Piece(cursor.index(), cursor.index(), ";")) : expressionUntil(";");
    }

    /** Returns the expression of a piece; null where it is wrong, which has then been noted. */
    @Nullable
    Expression expression(Piece piece) {
        try {
            return PlExpressions.parse(cursor.tokens(), piece.from(), piece.to());
        } catch (SyntaxException e) {
            problems.inside(e.error());
            return null;
        }
    }

    /** Returns the one expression up to {@code stop}; none where it is wrong. */
    List<Expression> oneExpressionUntil(String stop) {
        Expression expression = expressionUntil(stop);
        return expression == null ? List.of() : List.of(expression);
    }

    /** Returns the expressions between commas up to {@code stop}; none where one is wrong. */
    List<Expression> expressionsUntil(String stop) {
        List<Expression> expressions = new ArrayList<>();
        boolean wrong = false;
        Piece piece;
        do {
            piece = takeUntil("expression", stop, ",");
            Expression expression = expression(piece);
            if (expression == null) {
                wrong = true;
            } else {
                expressions.add(expression);
            }
        } while (piece.stop().equals(",") && cursor.accept(','));
        return wrong ? List.of() : expressions;
    }

    /** Takes {@code USING expression, …} up to one of {@code stops}, if it is there; null where one is wrong. */
    @Nullable
    List<Expression> using(String... stops) {
        if (!cursor.acceptWord("using")) {
            return List.of();
        }
        String[] all = Arrays.copyOf(stops, stops.length + 1);
        all[stops.length] = ",";
        List<Expression> expressions = new ArrayList<>();
        boolean wrong = false;
        Piece piece;
        do {
            piece = takeUntil("expression", all);
            Expression expression = expression(piece);
            if (expression == null) {
                wrong = true;
            } else {
                expressions.add(expression);
            }
        } while (piece.stop().equals(",") && cursor.accept(','));
        return wrong ? null : List.copyOf(expressions);
    }

    /** Takes {@code (argument, …)} of a bound cursor, if it is there; null where one is wrong. */
    @Nullable
    List<Expression> cursorArguments() {
        if (!cursor.accept('(')) {
            return List.of();
        }
        List<Expression> expressions = new ArrayList<>();
        boolean wrong = false;
        Piece piece;
        do {
            int start = cursor.start();
            Name name = argumentName();
            piece = takeUntil("expression", ")", ",");
            Expression value = expression(piece);
            if (value == null) {
                wrong = true;
            } else {
                expressions.add(name == null ? value : new Expression.NamedArg(name, value, cursor.rangeFrom(start)));
            }
        } while (piece.stop().equals(",") && cursor.accept(','));
        cursor.expect(')');
        return wrong ? null : List.copyOf(expressions);
    }

    private @Nullable Name argumentName() {
        int next = cursor.peek(1);
        if (!cursor.atName() || (next != Token.COLON_EQUALS && next != Token.EQUALS_GREATER)) {
            return null;
        }
        Name name = cursor.takeName();
        cursor.advance();
        return name;
    }

    /** Takes {@code INTO [STRICT] target, …}. */
    Into into() {
        int start = cursor.start();
        cursor.expectWord("into");
        boolean strict = cursor.acceptWord("strict");
        List<ObjectName> targets = new ArrayList<>();
        do {
            targets.add(cursor.takeObjectName());
        } while (cursor.accept(','));
        return new Into(strict, targets, cursor.rangeFrom(start));
    }

    /** Returns what is assigned to: a variable, with fields and subscripts behind it. */
    @Nullable
    Expression target(int from, int to) {
        try {
            Cursor piece = new Cursor(
                    new TokenExcerpt(cursor.tokens()).tokens(from, to).end());
            Expression target = Expressions.cExpr(piece);
            requireEnd(piece);
            return target;
        } catch (SyntaxException e) {
            problems.inside(e.error());
            return null;
        }
    }

    @Nullable
    Statement statementUntil(String... stops) {
        return statement(excerpt(takeUntil("SQL statement", stops)));
    }

    /** Returns the statement of a piece; null where it is wrong, which has then been noted. */
    @Nullable
    Statement statement(Piece piece) {
        return statement(excerpt(piece));
    }

    /** Returns the query that {@code PERFORM} at {@code from} runs. */
    @Nullable
    Statement perform(int from, int to) {

        return statement(new TokenExcerpt(cursor.tokens())
                .keyword(Keyword.SELECT, from)
                .tokens(from + 1, to)
                .end());
    }

    /** Returns the statement from {@code from} to {@code to} without the {@code INTO} between the other two. */
    @Nullable
    Statement statement(int from, int to, int intoFrom, int intoTo) {
        return statement(new TokenExcerpt(cursor.tokens())
                .tokens(from, intoFrom)
                .tokens(intoTo, to)
                .end());
    }

    private Tokens excerpt(Piece piece) {
        return new TokenExcerpt(cursor.tokens())
                .tokens(piece.from(), piece.to())
                .end();
    }

    private @Nullable Statement statement(Tokens tokens) {
        try {
            Cursor piece = new Cursor(tokens);
            Statement statement = StatementParser.statement(piece);
            requireEnd(piece);
            return statement;
        } catch (SyntaxException e) {
            problems.inside(e.error());
            return null;
        }
    }

    private static void requireEnd(Cursor piece) {
        if (!piece.at(Token.EOF)) {
            throw piece.syntaxError();
        }
    }
}
