package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement.Comment;
import dev.pgmigrate.sql.ast.ObjectStatement.SecurityLabel;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;

/** Parses COMMENT ON and SECURITY LABEL. */
final class CommentParser {
    private CommentParser() {}

    /** CommentStmt. */
    static Statement comment(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.COMMENT);
        cursor.expect(Keyword.ON);
        ObjectReference object = ObjectReferenceParser.commented(cursor);
        cursor.expect(Keyword.IS);
        String text = cursor.accept(Keyword.NULL) ? null : Names.sconst(cursor);
        return new Comment(object, text, cursor.rangeFrom(start));
    }

    /** SecLabelStmt. */
    static Statement securityLabel(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.SECURITY);
        cursor.expect(Keyword.LABEL);
        String provider = cursor.accept(Keyword.FOR) ? OptionParser.wordOrString(cursor) : null;
        cursor.expect(Keyword.ON);
        ObjectReference object = ObjectReferenceParser.labelled(cursor);
        cursor.expect(Keyword.IS);
        String label = cursor.accept(Keyword.NULL) ? null : Names.sconst(cursor);
        return new SecurityLabel(provider, object, label, cursor.rangeFrom(start));
    }
}
