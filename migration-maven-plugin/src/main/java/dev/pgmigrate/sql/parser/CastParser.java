package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.OperatorStatement.CastContext;
import dev.pgmigrate.sql.ast.OperatorStatement.CreateAccessMethod;
import dev.pgmigrate.sql.ast.OperatorStatement.CreateCast;
import dev.pgmigrate.sql.ast.OperatorStatement.CreateConversion;
import dev.pgmigrate.sql.ast.OperatorStatement.CreateLanguage;
import dev.pgmigrate.sql.ast.OperatorStatement.CreateTransform;
import dev.pgmigrate.sql.ast.SchemaStatement.CreateExtension;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;

/** Parses CREATE of casts, transforms, languages, conversions and access methods. */
final class CastParser {
    private CastParser() {}

    /** CreateCastStmt, behind CAST. */
    static Statement cast(Cursor cursor, int start) {
        cursor.expect('(');
        TypeName source = TypeParser.typename(cursor);
        cursor.expect(Keyword.AS);
        TypeName target = TypeParser.typename(cursor);
        cursor.expect(')');
        ObjectReference function = null;
        boolean inout = false;
        if (cursor.accept(Keyword.WITHOUT)) {
            cursor.expect(Keyword.FUNCTION);
        } else {
            cursor.expect(Keyword.WITH);
            inout = cursor.accept(Keyword.INOUT);
            if (!inout) {
                cursor.expect(Keyword.FUNCTION);
                function = SignatureParser.function(cursor, ObjectType.FUNCTION);
            }
        }
        CastContext context = context(cursor);
        return new CreateCast(source, target, function, inout, context, cursor.rangeFrom(start));
    }

    private static CastContext context(Cursor cursor) {
        if (!cursor.accept(Keyword.AS)) {
            return CastContext.EXPLICIT;
        }
        if (cursor.accept(Keyword.IMPLICIT)) {
            return CastContext.IMPLICIT;
        }
        cursor.expect(Keyword.ASSIGNMENT);
        return CastContext.ASSIGNMENT;
    }

    /** CreateTransformStmt, behind TRANSFORM. */
    static Statement transform(Cursor cursor, int start, boolean orReplace) {
        cursor.expect(Keyword.FOR);
        TypeName type = TypeParser.typename(cursor);
        cursor.expect(Keyword.LANGUAGE);
        Name language = Names.colId(cursor);
        cursor.expect('(');
        boolean fromFirst = cursor.at(Keyword.FROM);
        ObjectReference first = transformFunction(cursor, fromFirst ? Keyword.FROM : Keyword.TO);
        ObjectReference second = null;
        if (cursor.accept(',')) {
            second = transformFunction(cursor, fromFirst ? Keyword.TO : Keyword.FROM);
        }
        cursor.expect(')');
        ObjectReference from = fromFirst ? first : second;
        ObjectReference to = fromFirst ? second : first;
        return new CreateTransform(orReplace, type, language, from, to, cursor.rangeFrom(start));
    }

    private static ObjectReference transformFunction(Cursor cursor, int direction) {
        cursor.expect(direction);
        cursor.expect(Keyword.SQL);
        cursor.expect(Keyword.WITH);
        cursor.expect(Keyword.FUNCTION);
        return SignatureParser.function(cursor, ObjectType.FUNCTION);
    }

    /** CreatePLangStmt, from TRUSTED, PROCEDURAL or LANGUAGE on. */
    static Statement language(Cursor cursor, int start, boolean orReplace) {
        boolean trusted = cursor.accept(Keyword.TRUSTED);
        cursor.accept(Keyword.PROCEDURAL);
        cursor.expect(Keyword.LANGUAGE);
        Name name = Names.colId(cursor);
        if (!cursor.accept(Keyword.HANDLER)) {
            return new CreateExtension(orReplace, name, null, null, false, cursor.rangeFrom(start));
        }
        ObjectName handler = Names.anyName(cursor);
        ObjectName inline = cursor.accept(Keyword.INLINE) ? Names.anyName(cursor) : null;
        ObjectName validator = null;
        if (cursor.accept(Keyword.VALIDATOR)) {
            validator = Names.anyName(cursor);
        } else if (cursor.accept(Keyword.NO)) {
            cursor.expect(Keyword.VALIDATOR);
        }
        return new CreateLanguage(orReplace, trusted, name, handler, inline, validator, cursor.rangeFrom(start));
    }

    /** CreateConversionStmt, from DEFAULT or CONVERSION on. */
    static Statement conversion(Cursor cursor, int start) {
        boolean isDefault = cursor.accept(Keyword.DEFAULT);
        cursor.expect(Keyword.CONVERSION);
        ObjectName name = Names.anyName(cursor);
        cursor.expect(Keyword.FOR);
        String from = Names.sconst(cursor);
        cursor.expect(Keyword.TO);
        String to = Names.sconst(cursor);
        cursor.expect(Keyword.FROM);
        ObjectName function = Names.anyName(cursor);
        return new CreateConversion(isDefault, name, from, to, function, cursor.rangeFrom(start));
    }

    /** CreateAmStmt, behind ACCESS. */
    static Statement accessMethod(Cursor cursor, int start) {
        cursor.expect(Keyword.METHOD);
        Name name = Names.colId(cursor);
        cursor.expect(Keyword.TYPE);
        boolean table = cursor.accept(Keyword.TABLE);
        if (!table) {
            cursor.expect(Keyword.INDEX);
        }
        cursor.expect(Keyword.HANDLER);
        ObjectName handler = Names.anyName(cursor);
        return new CreateAccessMethod(name, table, handler, cursor.rangeFrom(start));
    }
}
