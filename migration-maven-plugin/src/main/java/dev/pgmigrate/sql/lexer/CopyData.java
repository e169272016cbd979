package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * Finds the data lines behind {@code COPY … FROM stdin;}: they begin behind the line of the semicolon and end at a line
 * {@code \.}; where no such line follows, the text is SQL.
 */
public final class CopyData {
    /** What ends the data, on a line of its own. */
    public static final String END = "\\.";

    private final CharSequence text;
    private final Tokens tokens;
    private int statement;
    private boolean noEndAhead;

    CopyData(CharSequence text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Returns where SQL goes on behind a semicolon that ends at {@code at}. */
    int skip(int at) {
        int first = statement;
        statement = tokens.count();
        if (tokens.kind(first) != Keyword.COPY || noEndAhead || !copiesFromStdin(first)) {
            return at;
        }
        SourceRange data = find(text, at);
        if (data == null) {
            noEndAhead = true;
            tokens.setOpenCopy(at);
            return at;
        }
        tokens.addCopyData(data.start(), data.end());
        return data.end() + END.length();
    }

    private boolean copiesFromStdin(int first) {
        int depth = 0;
        for (int i = first; i + 1 < tokens.count(); i++) {
            int kind = tokens.kind(i);
            if (kind == '(') {
                depth++;
            } else if (kind == ')') {
                depth--;
            } else if (depth == 0 && kind == Keyword.FROM) {
                return tokens.kind(i + 1) == Keyword.STDIN;
            }
        }
        return false;
    }

    /** Returns the data behind a semicolon that ends at {@code at}, or null where no line ends it. */
    public static @Nullable SourceRange find(CharSequence text, int at) {
        int start = nextLine(text, at);
        for (int line = start; line < text.length(); line = nextLine(text, line)) {
            if (isEnd(text, line)) {
                return new SourceRange(start, line);
            }
        }
        return null;
    }

    private static boolean isEnd(CharSequence text, int line) {
        int behind = line + END.length();
        return text.charAt(line) == '\\'
                && behind <= text.length()
                && text.charAt(line + 1) == '.'
                && (behind == text.length() || text.charAt(behind) == '\n' || text.charAt(behind) == '\r');
    }

    private static int nextLine(CharSequence text, int from) {
        int length = text.length();
        int at = from;
        while (at < length && text.charAt(at) != '\n') {
            at++;
        }
        return Math.min(at + 1, length);
    }
}
