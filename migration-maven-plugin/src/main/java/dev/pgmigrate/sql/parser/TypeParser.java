package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.TypeName;

/** Parses types: Typename of the grammar. */
@SuppressWarnings("DoNotCallSuggester")
public final class TypeParser {
    private TypeParser() {}

    /** Typename. */
    public static TypeName typename(Cursor cursor) {
        throw cursor.syntaxError();
    }

    /** func_type: Typename, or {@code [SETOF] column%TYPE}. */
    public static TypeName funcType(Cursor cursor) {
        throw cursor.syntaxError();
    }
}
