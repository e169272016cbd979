package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.Cursor;
import dev.pgmigrate.sql.parser.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where the parser stands in a body. PL/pgSQL has keywords of its own, so that here a word is compared by its text, not by
 * its number in SQL's list.
 */
final class PlCursor {
    /** The words that are nobody's name (pl_reserved_kwlist.h); all others of PL/pgSQL's keywords may be variables. */
    private static final Set<String> RESERVED = Set.of(
            "all", "begin", "by", "case", "declare", "else", "end", "execute", "for", "foreach", "from", "if", "in",
            "into", "loop", "not", "null", "or", "strict", "then", "to", "using", "when", "while");

    private final Tokens tokens;
    private final Cursor cursor;

    PlCursor(Tokens tokens) {
        this.tokens = tokens;
        this.cursor = new Cursor(tokens);
    }

    Tokens tokens() {
        return tokens;
    }

    int index() {
        return cursor.index();
    }

    int kind() {
        return cursor.kind();
    }

    int peek(int n) {
        return cursor.peek(n);
    }

    int start() {
        return cursor.start();
    }

    SourceRange range() {
        return cursor.range();
    }

    SourceRange rangeFrom(int start) {
        return cursor.rangeFrom(start);
    }

    void advance() {
        cursor.advance();
    }

    void advanceTo(int index) {
        while (cursor.index() < index) {
            cursor.advance();
        }
    }

    boolean atEnd() {
        return cursor.at(Token.EOF);
    }

    boolean at(int kind) {
        return cursor.at(kind);
    }

    boolean accept(int kind) {
        return cursor.accept(kind);
    }

    void expect(int kind) {
        if (!cursor.accept(kind)) {
            throw syntaxError();
        }
    }

    /** Returns the current word, folded; empty where the token is quoted or no word. */
    String word() {
        return wordAt(tokens, cursor.index());
    }

    static String wordAt(Tokens tokens, int token) {
        int kind = tokens.kind(token);
        if (kind < Token.NOT_LA || (kind >= Token.ERROR && kind < Token.IDENT)) {
            return "";
        }
        if (kind == Token.IDENT) {
            String written = tokens.written(token);
            return written.indexOf('"') >= 0 ? "" : tokens.name(token);
        }
        return Keywords.isKeyword(kind) ? Keywords.word(kind) : lookaheadWord(kind);
    }

    private static String lookaheadWord(int kind) {
        return switch (kind) {
            case Token.NOT_LA -> "not";
            case Token.NULLS_LA -> "nulls";
            case Token.WITH_LA -> "with";
            case Token.WITHOUT_LA -> "without";
            case Token.FORMAT_LA -> "format";
            default -> "";
        };
    }

    boolean atWord(String word) {
        return word().equals(word);
    }

    boolean acceptWord(String word) {
        if (!atWord(word)) {
            return false;
        }
        advance();
        return true;
    }

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw syntaxError();
        }
    }

    /** Returns whether the current token is the operator {@code written}, which stands alone. */
    boolean atOperator(String written) {
        return cursor.at(Token.OP) && tokens.written(cursor.index()).equals(written);
    }

    /** Returns whether the token {@code n} places ahead makes the word before it a variable that is assigned to. */
    boolean assignsAhead(int n) {
        int kind = cursor.peek(n);
        return kind == Token.COLON_EQUALS || kind == '=' || kind == '[' || kind == '.';
    }

    boolean atName() {
        int kind = cursor.kind();
        if (kind == Token.PARAM) {
            return true;
        }
        return isWord(kind) && !RESERVED.contains(word());
    }

    private static boolean isWord(int kind) {
        return kind >= Token.IDENT || (kind >= Token.NOT_LA && kind <= Token.FORMAT_LA);
    }

    /** Takes an identifier; PL/pgSQL's reserved words are none, SQL's are. {@code $1} is one too. */
    Name takeName() {
        if (!atName()) {
            throw syntaxError();
        }
        return takeWord();
    }

    private Name takeWord() {
        int token = cursor.index();
        String text = tokens.kind(token) == Token.IDENT ? tokens.name(token) : wordAt(tokens, token);
        Name name = new Name(text.isEmpty() ? tokens.written(token) : text, cursor.range());
        advance();
        return name;
    }

    /** Takes a name of up to three parts: what the scanner of PL/pgSQL calls a T_WORD or a T_CWORD. */
    ObjectName takeObjectName() {
        int start = start();
        List<Name> parts = new ArrayList<>(1);
        parts.add(takeName());
        while (cursor.at('.') && isWord(cursor.peek(1)) && parts.size() < 3) {
            advance();
            parts.add(takeName());
        }
        return new ObjectName(parts, rangeFrom(start));
    }

    /** Takes a string constant's value. */
    String takeString() {
        if (!cursor.at(Token.SCONST)) {
            throw syntaxError();
        }
        String value = tokens.string(cursor.index());
        advance();
        return value;
    }

    /** Takes an integer constant. */
    int takeInteger() {
        if (!cursor.at(Token.ICONST)) {
            throw syntaxError();
        }
        int value = tokens.integer(cursor.index());
        advance();
        return value;
    }

    /** Returns an error of pl_gram.y's actions at the current token, in its words. */
    SyntaxException problem(String message) {
        String place = atEnd() ? " at end of input" : " at or near \"" + tokens.written(cursor.index()) + "\"";
        return cursor.error(message + place, cursor.range());
    }

    SyntaxException syntaxError() {
        return cursor.syntaxError();
    }

    SyntaxException error(String message, SourceRange place) {
        return cursor.error(message, place);
    }
}
