package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;

/** Parses what follows a value: fields, stars and subscripts (indirection of the grammar). */
@SuppressWarnings("DoNotCallSuggester")
final class Indirections {
    private Indirections() {}

    /** {@code [index]}, or {@code [lower:upper]} with either missing. */
    static Expression subscript(Cursor cursor) {
        throw cursor.syntaxError();
    }
}
