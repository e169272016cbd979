package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement.DependsOnExtension;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectStatement.SetOwner;
import dev.pgmigrate.sql.ast.ObjectStatement.SetSchema;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import org.jspecify.annotations.Nullable;

/** Parses the ALTER forms that many kinds of object have: a new name, owner or schema, and what an object depends on. */
final class AlterObjectParser {
    private AlterObjectParser() {}

    /** The forms that a kind of object may have. */
    enum Form {
        RENAME,
        OWNER,
        SCHEMA,
        DEPENDS
    }

    /** Parses one of the {@code allowed} forms, behind the object's name. */
    static Statement alter(Cursor cursor, int start, ObjectReference object, Form... allowed) {
        for (Form form : allowed) {
            if (at(cursor, form)) {
                return alter(cursor, start, object, form);
            }
        }
        throw cursor.syntaxError();
    }

    private static boolean at(Cursor cursor, Form form) {
        return switch (form) {
            case RENAME -> cursor.at(Keyword.RENAME);
            case OWNER -> cursor.at(Keyword.OWNER);
            case SCHEMA -> cursor.at(Keyword.SET);
            case DEPENDS -> cursor.at(Keyword.DEPENDS) || cursor.at(Keyword.NO);
        };
    }

    private static Statement alter(Cursor cursor, int start, ObjectReference object, Form form) {
        return switch (form) {
            case RENAME -> rename(cursor, start, object, false);
            case OWNER -> owner(cursor, start, object);
            case SCHEMA -> setSchema(cursor, start, object, false);
            case DEPENDS -> depends(cursor, start, object);
        };
    }

    /** {@code RENAME TO name}. */
    static Statement rename(Cursor cursor, int start, ObjectReference object, boolean ifExists) {
        cursor.expect(Keyword.RENAME);
        return renameTo(cursor, start, object, null, ifExists, false);
    }

    /** {@code TO name}. */
    static Statement renameTo(
            Cursor cursor,
            int start,
            ObjectReference object,
            @Nullable ObjectType relation,
            boolean ifExists,
            boolean only) {
        cursor.expect(Keyword.TO);
        Name newName = Names.colId(cursor);
        return new Rename(object, relation, ifExists, only, newName, false, cursor.rangeFrom(start));
    }

    /** {@code SET SCHEMA name}. */
    static Statement setSchema(Cursor cursor, int start, ObjectReference object, boolean ifExists) {
        cursor.expect(Keyword.SET);
        cursor.expect(Keyword.SCHEMA);
        Name schema = Names.colId(cursor);
        return new SetSchema(object, ifExists, schema, cursor.rangeFrom(start));
    }

    private static Statement owner(Cursor cursor, int start, ObjectReference object) {
        cursor.expect(Keyword.OWNER);
        cursor.expect(Keyword.TO);
        RoleSpec owner = Names.roleSpec(cursor);
        return new SetOwner(object, owner, cursor.rangeFrom(start));
    }

    static Statement depends(Cursor cursor, int start, ObjectReference object) {
        boolean no = cursor.accept(Keyword.NO);
        cursor.expect(Keyword.DEPENDS);
        cursor.expect(Keyword.ON);
        cursor.expect(Keyword.EXTENSION);
        Name extension = Names.colId(cursor);
        return new DependsOnExtension(object, !no, extension, cursor.rangeFrom(start));
    }
}
