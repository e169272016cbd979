package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.TokenExcerpt;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.Cursor;
import dev.pgmigrate.sql.parser.TypeParser;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of variables (read_datatype of pl_gram.y). */
final class Types {
    private static final Set<String> FOLLOWERS = Set.of("collate", "not", "default");

    private Types() {}

    static PlType take(PlCursor cursor) {
        int start = cursor.start();
        int end = end(cursor);
        if (end == cursor.index()) {
            throw cursor.problem("missing data type declaration");
        }
        PlType copied = copied(cursor, end, start);
        if (copied != null) {
            return copied;
        }
        Cursor piece = new Cursor(
                new TokenExcerpt(cursor.tokens()).tokens(cursor.index(), end).end());
        TypeName type = TypeParser.typename(piece);
        if (!piece.at(Token.EOF)) {
            throw piece.syntaxError();
        }
        cursor.advanceTo(end);
        return new PlType.Named(type, cursor.rangeFrom(start));
    }

    /** Returns the token that follows the type. */
    private static int end(PlCursor cursor) {
        Tokens tokens = cursor.tokens();
        int depth = 0;
        int at = cursor.index();
        while (true) {
            int kind = tokens.kind(at);
            if (kind == ';' || (depth == 0 && (kind == ',' || kind == ')' || isFollower(tokens, at)))) {
                return at;
            }
            if (kind == Token.EOF) {
                cursor.advanceTo(at);
                throw cursor.problem(depth > 0 ? "mismatched parentheses" : "incomplete data type declaration");
            }
            depth += switch (kind) {
                case '(' -> 1;
                case ')' -> -1;
                default -> 0;
            };
            at++;
        }
    }

    private static boolean isFollower(Tokens tokens, int at) {
        int kind = tokens.kind(at);
        return kind == '=' || kind == Token.COLON_EQUALS || FOLLOWERS.contains(PlCursor.wordAt(tokens, at));
    }

    /** Returns {@code name%TYPE} and {@code name%ROWTYPE}, arrays of them included; null where it is neither. */
    private static @Nullable PlType copied(PlCursor cursor, int end, int start) {
        Tokens tokens = cursor.tokens();
        int percent = cursor.index();
        while (percent < end && !(tokens.kind(percent) == '%')) {
            percent++;
        }
        if (percent == end) {
            return null;
        }
        ObjectName name = cursor.takeObjectName();
        cursor.expect('%');
        boolean row = cursor.atWord("rowtype");
        if (!row && !cursor.atWord("type")) {
            throw cursor.syntaxError();
        }
        cursor.advance();
        int dimensions = takeDimensions(cursor);
        if (cursor.index() != end) {
            throw cursor.syntaxError();
        }
        return row
                ? new PlType.OfRow(name, dimensions, cursor.rangeFrom(start))
                : new PlType.OfColumn(name, dimensions, cursor.rangeFrom(start));
    }

    private static int takeDimensions(PlCursor cursor) {
        int dimensions = 0;
        if (cursor.acceptWord("array")) {
            dimensions = 1;
            if (cursor.accept('[')) {
                cursor.expect(Token.ICONST);
                cursor.expect(']');
            }
            return dimensions;
        }
        while (cursor.accept('[')) {
            cursor.accept(Token.ICONST);
            cursor.expect(']');
            dimensions++;
        }
        return dimensions;
    }
}
