package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;

/** Parses queries: SelectStmt of the grammar. */
@SuppressWarnings("DoNotCallSuggester")
public final class SelectParser {
    private SelectParser() {}

    /** SelectStmt: select_no_parens or select_with_parens. */
    public static SelectStatement selectStmt(Cursor cursor) {
        throw cursor.syntaxError();
    }

    /** PreparableStmt: a query, INSERT, UPDATE, DELETE or MERGE. */
    public static Statement preparableStmt(Cursor cursor) {
        throw cursor.syntaxError();
    }
}
