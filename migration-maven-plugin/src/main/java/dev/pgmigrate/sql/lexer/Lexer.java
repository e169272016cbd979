package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;

/**
 * Cuts SQL into tokens as PostgreSQL 18's scan.l does, in one pass and in linear time.
 *
 * <p>Never fails: what the scanner refuses is a token of its own ({@link Token#ERROR}), because whether PostgreSQL would
 * come as far as that token is for the parser to say. {@code standard_conforming_strings} is on.
 */
public final class Lexer {
    private static final byte SPACE = 1;
    private static final byte WORD = 2;
    private static final byte DIGIT = 3;
    private static final byte OPERATOR = 4;
    private static final byte SINGLE = 5;
    private static final byte[] CLASSES = new byte[128];

    static {
        for (char c : " \t\n\r\f\u000b".toCharArray()) {
            CLASSES[c] = SPACE;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            CLASSES[c] = WORD;
            CLASSES[c - 32] = WORD;
        }
        CLASSES['_'] = WORD;
        for (char c = '0'; c <= '9'; c++) {
            CLASSES[c] = DIGIT;
        }
        for (char c : "~!@#^&|`?+-*/%<>=".toCharArray()) {
            CLASSES[c] = OPERATOR;
        }
        for (char c : ",()[];".toCharArray()) {
            CLASSES[c] = SINGLE;
        }
    }

    private final char[] chars;
    private final int end;
    private final Tokens tokens;
    private final Quotes quotes;
    private final Numbers numbers;
    private final Operators operators;
    private final CopyData copyData;

    private Lexer(String text, Places places) {
        // One NUL behind the end spares a comparison a character.
        chars = new char[text.length() + 1];
        text.getChars(0, text.length(), chars, 0);
        end = text.length();
        tokens = new Tokens(text, text.length(), places);
        quotes = new Quotes(chars, end, tokens);
        numbers = new Numbers(chars, end, tokens);
        operators = new Operators(chars, end, tokens);
        copyData = new CopyData(text, tokens);
    }

    /** Scans a part of a text; all indices are those of the whole. */
    public static Tokens scan(CharSequence text, SourceRange part) {
        return scan(text.subSequence(part.start(), part.end()).toString(), Places.shifted(part.start()));
    }

    /** Scans a text that was taken out of another; all ranges are those of the other. */
    public static Tokens scan(String text, Places places) {
        Lexer lexer = new Lexer(text, places);
        lexer.scan();
        return lexer.quotes.hasUnicode() ? UnicodeEscapes.resolve(lexer.tokens) : lexer.tokens;
    }

    private void scan() {
        // A byte order mark is not SQL; psql leaves it out.
        int at = chars[0] == SourceText.BYTE_ORDER_MARK.charAt(0) ? 1 : 0;
        while (at < end) {
            char c = chars[at];
            switch (c < 128 ? CLASSES[c] : WORD) {
                case SPACE -> at++;
                case WORD -> at = word(at, c);
                case DIGIT -> at = numbers.scan(at);
                case SINGLE -> {
                    tokens.add(c, at, at + 1);
                    at++;
                    if (c == ';') {
                        at = copyData.skip(at);
                    }
                }
                case OPERATOR -> at = operator(at, c);
                default -> at = other(at, c);
            }
        }
        tokens.add(Token.EOF, end, end);
    }

    private int word(int start, char c) {
        char next = chars[start + 1];
        if (next == '\'' || next == '&') {
            int behind = prefixed(start, c, next);
            if (behind > start) {
                return behind;
            }
        }
        int at = start + 1;
        while (isIdentifierPart(chars[at])) {
            at++;
        }
        int kind = Keywords.find(chars, start, at);
        if (kind != Token.IDENT) {
            foldLookahead(kind);
        }
        tokens.add(kind, start, at);
        return at;
    }

    /** Scans E'', B'', X'', N'', U&'' and U&""; returns {@code start} where it is none of them. */
    private int prefixed(int start, char c, char next) {
        switch (c) {
            case 'e', 'E' -> {
                return next == '\'' ? quotes.escaped(start) : start;
            }
            case 'b', 'B' -> {
                return next == '\'' ? quotes.bits(start, Token.BCONST, "unterminated bit string literal") : start;
            }
            case 'x', 'X' -> {
                return next == '\''
                        ? quotes.bits(start, Token.XCONST, "unterminated hexadecimal string literal")
                        : start;
            }
            case 'n', 'N' -> {
                if (next == '\'') {
                    tokens.add(Keyword.NCHAR, start, start + 1);
                    return start + 1;
                }
                return start;
            }
            case 'u', 'U' -> {
                if (next == '&' && (chars[start + 2] == '\'' || chars[start + 2] == '"')) {
                    return quotes.unicode(start);
                }
                return start;
            }
            default -> {
                return start;
            }
        }
    }

    /**
     * Marks the five keywords that mean something else before certain words (base_yylex of parser.c).
     */
    private void foldLookahead(int kind) {
        switch (tokens.lastKind()) {
            case Keyword.NOT -> {
                switch (kind) {
                    case Keyword.BETWEEN, Keyword.IN, Keyword.LIKE, Keyword.ILIKE, Keyword.SIMILAR:
                        tokens.setLastKind(Token.NOT_LA);
                        break;
                    default:
                }
            }
            case Keyword.NULLS -> {
                if (kind == Keyword.FIRST || kind == Keyword.LAST) {
                    tokens.setLastKind(Token.NULLS_LA);
                }
            }
            case Keyword.WITH -> {
                if (kind == Keyword.TIME || kind == Keyword.ORDINALITY) {
                    tokens.setLastKind(Token.WITH_LA);
                }
            }
            case Keyword.WITHOUT -> {
                if (kind == Keyword.TIME) {
                    tokens.setLastKind(Token.WITHOUT_LA);
                }
            }
            case Keyword.FORMAT -> {
                if (kind == Keyword.JSON) {
                    tokens.setLastKind(Token.FORMAT_LA);
                }
            }
            default -> {}
        }
    }

    private int operator(int at, char c) {
        if (c == '-' && chars[at + 1] == '-') {
            return lineComment(at);
        }
        if (c == '/' && chars[at + 1] == '*') {
            return blockComment(at);
        }
        return operators.scan(at);
    }

    private int lineComment(int start) {
        int at = start + 2;
        while (at < end && chars[at] != '\n' && chars[at] != '\r') {
            at++;
        }
        tokens.addComment(start, at);
        return at;
    }

    /** Block comments nest (manual, 4.1.5 "Comments"). */
    private int blockComment(int start) {
        int depth = 1;
        int at = start + 2;
        while (at < end) {
            char c = chars[at];
            if (c == '*' && chars[at + 1] == '/') {
                at += 2;
                if (--depth == 0) {
                    tokens.addComment(start, at);
                    return at;
                }
            } else if (c == '/' && chars[at + 1] == '*') {
                depth++;
                at += 2;
            } else {
                at++;
            }
        }
        return quotes.refuse("unterminated /* comment", start, end);
    }

    private int other(int at, char c) {
        char next = chars[at + 1];
        switch (c) {
            case '\'' -> {
                return quotes.plain(at);
            }
            case '"' -> {
                return quotes.identifier(at);
            }
            case '.' -> {
                if (next >= '0' && next <= '9') {
                    return numbers.scan(at);
                }
                return single(next == '.' ? Token.DOT_DOT : c, at, next == '.' ? 2 : 1);
            }
            case ':' -> {
                if (next == ':') {
                    return single(Token.TYPECAST, at, 2);
                }
                return single(next == '=' ? Token.COLON_EQUALS : c, at, next == '=' ? 2 : 1);
            }
            case '$' -> {
                return next >= '0' && next <= '9' ? numbers.parameter(at) : quotes.dollar(at);
            }
            case '\\' -> {
                return isMetaCommandStart(next) ? metaCommand(at) : single(c, at, 1);
            }
            case '\0' -> {
                return quotes.refuse("invalid byte sequence for encoding \"UTF8\": 0x00", at, at + 1);
            }
            default -> {
                return single(c, at, 1);
            }
        }
    }

    private int single(int kind, int at, int length) {
        tokens.add(kind, at, at + length);
        return at + length;
    }

    private static boolean isMetaCommandStart(char c) {
        return (c < 128 && CLASSES[c] == WORD) || c == '!' || c == '?' || c == '.';
    }

    private int metaCommand(int start) {
        int at = start;
        while (at < end && chars[at] != '\n' && chars[at] != '\r') {
            at++;
        }
        tokens.addMetaCommand(start, at);
        return single(Token.META_COMMAND, start, at - start);
    }

    static boolean isIdentifierStart(char c) {
        return c >= 128 || CLASSES[c] == WORD;
    }

    static boolean isIdentifierPart(char c) {
        return c >= 128 || CLASSES[c] == WORD || CLASSES[c] == DIGIT || c == '$';
    }

    static boolean isOperatorPart(char c) {
        return c < 128 && CLASSES[c] == OPERATOR;
    }
}
