package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the objects that COMMENT, SECURITY LABEL, ALTER EXTENSION and DROP name, each with the words for its kind. */
final class ObjectReferenceParser {
    private ObjectReferenceParser() {}

    /** object_type_any_name: takes the words of a kind that any_name names; null and nothing taken where none stands here. */
    static @Nullable ObjectType optAnyNameType(Cursor cursor) {
        switch (cursor.kind()) {
            case Keyword.TABLE -> {
                return taken(cursor, ObjectType.TABLE);
            }
            case Keyword.SEQUENCE -> {
                return taken(cursor, ObjectType.SEQUENCE);
            }
            case Keyword.VIEW -> {
                return taken(cursor, ObjectType.VIEW);
            }
            case Keyword.MATERIALIZED -> {
                cursor.advance();
                return expected(cursor, Keyword.VIEW, ObjectType.MATERIALIZED_VIEW);
            }
            case Keyword.INDEX -> {
                return taken(cursor, ObjectType.INDEX);
            }
            case Keyword.FOREIGN -> {
                // FOREIGN DATA WRAPPER is one of the others; what is neither goes wrong behind FOREIGN.
                if (cursor.peek(1) == Keyword.DATA) {
                    return null;
                }
                cursor.advance();
                return expected(cursor, Keyword.TABLE, ObjectType.FOREIGN_TABLE);
            }
            case Keyword.COLLATION -> {
                return taken(cursor, ObjectType.COLLATION);
            }
            case Keyword.CONVERSION -> {
                return taken(cursor, ObjectType.CONVERSION);
            }
            case Keyword.STATISTICS -> {
                return taken(cursor, ObjectType.STATISTICS);
            }
            case Keyword.TEXT -> {
                cursor.advance();
                return DefineParser.textSearchType(cursor);
            }
            default -> {
                return null;
            }
        }
    }

    /** drop_type_name, as {@link #optAnyNameType}. */
    static @Nullable ObjectType optDropTypeName(Cursor cursor) {
        switch (cursor.kind()) {
            case Keyword.ACCESS -> {
                cursor.advance();
                return expected(cursor, Keyword.METHOD, ObjectType.ACCESS_METHOD);
            }
            case Keyword.EVENT -> {
                cursor.advance();
                return expected(cursor, Keyword.TRIGGER, ObjectType.EVENT_TRIGGER);
            }
            case Keyword.EXTENSION -> {
                return taken(cursor, ObjectType.EXTENSION);
            }
            case Keyword.FOREIGN -> {
                cursor.advance();
                cursor.expect(Keyword.DATA);
                return expected(cursor, Keyword.WRAPPER, ObjectType.FOREIGN_DATA_WRAPPER);
            }
            case Keyword.PROCEDURAL -> {
                cursor.advance();
                return expected(cursor, Keyword.LANGUAGE, ObjectType.LANGUAGE);
            }
            case Keyword.LANGUAGE -> {
                return taken(cursor, ObjectType.LANGUAGE);
            }
            case Keyword.PUBLICATION -> {
                return taken(cursor, ObjectType.PUBLICATION);
            }
            case Keyword.SCHEMA -> {
                return taken(cursor, ObjectType.SCHEMA);
            }
            case Keyword.SERVER -> {
                return taken(cursor, ObjectType.FOREIGN_SERVER);
            }
            default -> {
                return null;
            }
        }
    }

    /** object_type_name, as {@link #optAnyNameType}. */
    private static @Nullable ObjectType optNameType(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.DATABASE -> taken(cursor, ObjectType.DATABASE);
            case Keyword.ROLE -> taken(cursor, ObjectType.ROLE);
            case Keyword.SUBSCRIPTION -> taken(cursor, ObjectType.SUBSCRIPTION);
            case Keyword.TABLESPACE -> taken(cursor, ObjectType.TABLESPACE);
            default -> optDropTypeName(cursor);
        };
    }

    /** object_type_name_on_any_name, as {@link #optAnyNameType}. */
    static @Nullable ObjectType optOnAnyNameType(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.POLICY -> taken(cursor, ObjectType.POLICY);
            case Keyword.RULE -> taken(cursor, ObjectType.RULE);
            case Keyword.TRIGGER -> taken(cursor, ObjectType.TRIGGER);
            default -> null;
        };
    }

    private static ObjectType taken(Cursor cursor, ObjectType type) {
        cursor.advance();
        return type;
    }

    private static ObjectType expected(Cursor cursor, int keyword, ObjectType type) {
        cursor.expect(keyword);
        return type;
    }

    static ObjectReference anyName(Cursor cursor, ObjectType type) {
        ObjectName name = Names.anyName(cursor);
        return new ObjectReference(type, name, null, null, name.range());
    }

    static ObjectReference name(Cursor cursor, ObjectType type) {
        Name name = Names.colId(cursor);
        return new ObjectReference(type, ObjectName.of(name), null, null, name.range());
    }

    /** A type or a domain, which may be written as any type. */
    static ObjectReference typename(Cursor cursor, ObjectType type) {
        TypeName name = TypeParser.typename(cursor);
        return new ObjectReference(type, name.name(), null, null, name.range());
    }

    /** {@code name ON any_name}. */
    static ObjectReference onAnyName(Cursor cursor, ObjectType type) {
        int start = cursor.start();
        ObjectName name = ObjectName.of(Names.colId(cursor));
        cursor.expect(Keyword.ON);
        ObjectName parent = Names.anyName(cursor);
        return new ObjectReference(type, name, parent, null, cursor.rangeFrom(start));
    }

    /** {@code FOR Typename LANGUAGE name}. */
    static ObjectReference transform(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.FOR);
        TypeName type = TypeParser.typename(cursor);
        cursor.expect(Keyword.LANGUAGE);
        ObjectName language = ObjectName.of(Names.colId(cursor));
        return new ObjectReference(ObjectType.TRANSFORM, type.name(), language, null, cursor.rangeFrom(start));
    }

    /** What all of the statements can name. */
    private static @Nullable ObjectReference optCommon(Cursor cursor) {
        ObjectType type = optAnyNameType(cursor);
        if (type != null) {
            return anyName(cursor, type);
        }
        type = optNameType(cursor);
        if (type != null) {
            return name(cursor, type);
        }
        switch (cursor.kind()) {
            case Keyword.TYPE -> {
                cursor.advance();
                return typename(cursor, ObjectType.TYPE);
            }
            case Keyword.DOMAIN -> {
                cursor.advance();
                return typename(cursor, ObjectType.DOMAIN);
            }
            case Keyword.AGGREGATE -> {
                cursor.advance();
                return SignatureParser.aggregate(cursor);
            }
            case Keyword.FUNCTION, Keyword.PROCEDURE, Keyword.ROUTINE -> {
                return SignatureParser.function(cursor, FunctionParser.routineType(cursor));
            }
            default -> {
                return null;
            }
        }
    }

    /** What belongs to an extension. */
    static ObjectReference member(Cursor cursor) {
        ObjectReference common = optCommon(cursor);
        if (common != null) {
            return common;
        }
        switch (cursor.kind()) {
            case Keyword.CAST -> {
                cursor.advance();
                return SignatureParser.cast(cursor);
            }
            case Keyword.TRANSFORM -> {
                cursor.advance();
                return transform(cursor);
            }
            case Keyword.OPERATOR -> {
                cursor.advance();
                boolean ofClass =
                        OperatorClassParser.at(cursor, Keyword.CLASS) || OperatorClassParser.at(cursor, Keyword.FAMILY);
                return ofClass ? OperatorClassParser.reference(cursor) : SignatureParser.operator(cursor);
            }
            default -> throw cursor.syntaxError();
        }
    }

    /** What a comment can be on. */
    static ObjectReference commented(Cursor cursor) {
        ObjectType type = optOnAnyNameType(cursor);
        if (type != null) {
            return onAnyName(cursor, type);
        }
        return switch (cursor.kind()) {
            case Keyword.CONSTRAINT -> constraint(cursor);
            case Keyword.COLUMN, Keyword.LARGE -> columnOrLargeObject(cursor);
            default -> member(cursor);
        };
    }

    private static ObjectReference constraint(Cursor cursor) {
        cursor.expect(Keyword.CONSTRAINT);
        int start = cursor.start();
        ObjectName name = ObjectName.of(Names.colId(cursor));
        cursor.expect(Keyword.ON);
        boolean domain = cursor.at(Keyword.DOMAIN) && Keywords.isColId(cursor.peek(1));
        if (domain) {
            cursor.advance();
        }
        ObjectName parent = Names.anyName(cursor);
        ObjectType type = domain ? ObjectType.DOMAIN_CONSTRAINT : ObjectType.TABLE_CONSTRAINT;
        return new ObjectReference(type, name, parent, null, cursor.rangeFrom(start));
    }

    private static ObjectReference columnOrLargeObject(Cursor cursor) {
        if (cursor.accept(Keyword.COLUMN)) {
            return column(Names.anyName(cursor));
        }
        cursor.expect(Keyword.LARGE);
        cursor.expect(Keyword.OBJECT);
        return GrantTarget.largeObject(cursor);
    }

    /** A column is the last part of its name, the table what stands before it. */
    private static ObjectReference column(ObjectName written) {
        int last = written.parts().size() - 1;
        ObjectName name = ObjectName.of(written.last());
        ObjectName table = null;
        if (last > 0) {
            List<Name> parts = written.parts().subList(0, last);
            SourceRange range = parts.get(0).range().to(parts.get(last - 1).range());
            table = new ObjectName(parts, range);
        }
        return new ObjectReference(ObjectType.COLUMN, name, table, null, written.range());
    }

    /** What a security label can be on. */
    static ObjectReference labelled(Cursor cursor) {
        if (cursor.at(Keyword.COLUMN) || cursor.at(Keyword.LARGE)) {
            return columnOrLargeObject(cursor);
        }
        ObjectReference common = optCommon(cursor);
        if (common == null) {
            throw cursor.syntaxError();
        }
        return common;
    }
}
