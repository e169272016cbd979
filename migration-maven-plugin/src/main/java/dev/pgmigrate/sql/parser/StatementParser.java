package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;

/** Finds the parser of a statement's family by its first words: stmt of the grammar. */
public final class StatementParser {
    private StatementParser() {}

    /** Parses one statement; leaves the cursor behind its last token. */
    public static Statement statement(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.SELECT, Keyword.VALUES, Keyword.TABLE, Keyword.WITH, Token.WITH_LA, '(' ->
                SelectParser.preparableStmt(cursor);
            case Keyword.INSERT, Keyword.UPDATE, Keyword.DELETE, Keyword.MERGE -> SelectParser.preparableStmt(cursor);
            default -> throw cursor.syntaxError();
        };
    }
}
