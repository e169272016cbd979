package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.SchemaStatement.AlterExtension;
import dev.pgmigrate.sql.ast.SchemaStatement.AlterExtensionContents;
import dev.pgmigrate.sql.ast.SchemaStatement.CreateExtension;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;

/** Parses CREATE EXTENSION and ALTER EXTENSION. */
final class ExtensionParser {
    private ExtensionParser() {}

    /** CreateExtensionStmt, behind EXTENSION. */
    static Statement create(Cursor cursor, int start) {
        boolean ifNotExists = OptionParser.ifNotExists(cursor);
        Name name = Names.colId(cursor);
        SequenceParser.optWith(cursor);
        Name schema = null;
        String version = null;
        boolean cascade = false;
        while (true) {
            SourceRange place = cursor.range();
            if (cursor.accept(Keyword.SCHEMA)) {
                schema = Names.colId(cursor);
            } else if (cursor.accept(Keyword.VERSION)) {
                version = OptionParser.wordOrString(cursor);
            } else if (cursor.accept(Keyword.CASCADE)) {
                cascade = true;
            } else if (cursor.accept(Keyword.FROM)) {
                OptionParser.wordOrString(cursor);
                throw cursor.error("CREATE EXTENSION ... FROM is no longer supported", place);
            } else {
                break;
            }
        }
        return new CreateExtension(ifNotExists, name, schema, version, cascade, cursor.rangeFrom(start));
    }

    /** AlterExtensionStmt, AlterExtensionContentsStmt and SET SCHEMA, behind EXTENSION. */
    static Statement alter(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        if (cursor.accept(Keyword.UPDATE)) {
            String version = null;
            while (cursor.accept(Keyword.TO)) {
                version = OptionParser.wordOrString(cursor);
            }
            return new AlterExtension(name, version, cursor.rangeFrom(start));
        }
        boolean add = cursor.accept(Keyword.ADD);
        if (add || cursor.accept(Keyword.DROP)) {
            ObjectReference member = ObjectReferenceParser.member(cursor);
            return new AlterExtensionContents(name, add, member, cursor.rangeFrom(start));
        }
        ObjectReference object =
                new ObjectReference(ObjectType.EXTENSION, ObjectName.of(name), null, null, name.range());
        return AlterObjectParser.alter(cursor, start, object, AlterObjectParser.Form.SCHEMA);
    }
}
