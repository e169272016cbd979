package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.lexer.Keyword;

/** A relation as {@code ONLY} and {@code *} limit it: relation_expr of the grammar. */
record RelationName(boolean only, ObjectName name, SourceRange range) {
    /** relation_expr. */
    static RelationName parse(Cursor cursor) {
        int start = cursor.start();
        if (!cursor.accept(Keyword.ONLY)) {
            ObjectName name = Names.qualifiedName(cursor);
            cursor.accept('*');
            return new RelationName(false, name, cursor.rangeFrom(start));
        }
        boolean parenthesis = cursor.accept('(');
        ObjectName name = Names.qualifiedName(cursor);
        if (parenthesis) {
            cursor.expect(')');
        }
        return new RelationName(true, name, cursor.rangeFrom(start));
    }
}
