package dev.pgmigrate.sql.lexer;

/**
 * Finds the data lines behind {@code COPY … FROM stdin;}: they begin behind the line of the semicolon and end at a line
 * {@code \.}; where no such line follows, the text is SQL.
 */
final class CopyData {
    private final char[] chars;
    private final int end;
    private final Tokens tokens;
    private int statement;
    private boolean noEndAhead;

    CopyData(char[] chars, int end, Tokens tokens) {
        this.chars = chars;
        this.end = end;
        this.tokens = tokens;
    }

    /** Returns where SQL goes on behind a semicolon that ends at {@code at}. */
    int skip(int at) {
        int first = statement;
        statement = tokens.count();
        if (tokens.kind(first) != Keyword.COPY || noEndAhead || !copiesFromStdin(first)) {
            return at;
        }
        int start = nextLine(at);
        for (int line = start; line < end; line = nextLine(line)) {
            if (chars[line] == '\\' && chars[line + 1] == '.' && isLineEnd(line + 2)) {
                tokens.addCopyData(start, line);
                return line + 2;
            }
        }
        noEndAhead = true;
        return at;
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

    private boolean isLineEnd(int at) {
        return at >= end || chars[at] == '\n' || chars[at] == '\r';
    }

    private int nextLine(int from) {
        int at = from;
        while (at < end && chars[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, end);
    }
}
