package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.lexer.Token;

/**
 * Walks over an SQL statement in a body to the semicolon that ends it: not one in parentheses, nor one in the
 * {@code BEGIN ATOMIC … END} of a routine that the body creates.
 */
final class SqlStatementEnd {
    private final PlCursor cursor;
    private final int first;
    private int parentheses;
    private int begins;
    private boolean routine;
    private String previous = "";

    SqlStatementEnd(PlCursor cursor) {
        this.cursor = cursor;
        this.first = cursor.index();
    }

    boolean reached() {
        if (cursor.at(Token.EOF)) {
            throw cursor.error("unexpected end of function definition at end of input", cursor.range());
        }
        return cursor.at(';') && parentheses == 0 && begins == 0;
    }

    /** Returns whether the current token is an {@code INTO} for variables; INSERT, MERGE and IMPORT have one of their own. */
    boolean atInto(String firstWord) {
        return cursor.atWord("into")
                && !previous.equals("insert")
                && !previous.equals("merge")
                && !firstWord.equals("import");
    }

    void advance() {
        switch (cursor.kind()) {
            case '(' -> parentheses++;
            case ')' -> parentheses--;
            default -> countBegin();
        }
        previous = cursor.word();
        cursor.advance();
    }

    private void countBegin() {
        String word = cursor.word();
        if (!routine) {
            int offset = cursor.index() - first;
            routine = (offset == 1 || (offset == 3 && previous.equals("replace")))
                    && (word.equals("function") || word.equals("procedure"))
                    && PlCursor.wordAt(cursor.tokens(), first).equals("create");
        } else if (word.equals("begin")) {
            begins++;
        } else if (word.equals("case") && begins > 0) {
            begins++;
        } else if (word.equals("end") && begins > 0) {
            begins--;
        }
    }
}
