package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.DropStatement.DropOne;
import dev.pgmigrate.sql.ast.DropStatement.DropRole;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.List;

/** Parses every DROP. */
final class DropParser {
    private DropParser() {}

    /** Finds the form of DROP by the words behind it. */
    static Statement drop(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.DROP);
        int words = cursor.start();
        ObjectType type = ObjectReferenceParser.optAnyNameType(cursor);
        if (type != null) {
            SourceRange keyword = cursor.rangeFrom(words);
            boolean concurrently = type == ObjectType.INDEX && cursor.accept(Keyword.CONCURRENTLY);
            return objects(cursor, start, type, keyword, concurrently);
        }
        type = ObjectReferenceParser.optDropTypeName(cursor);
        if (type != null) {
            return objects(cursor, start, type, cursor.rangeFrom(words), false);
        }
        type = ObjectReferenceParser.optOnAnyNameType(cursor);
        if (type != null) {
            return one(cursor, start, type, cursor.rangeFrom(words));
        }
        return special(cursor, start);
    }

    private static Statement special(Cursor cursor, int start) {
        SourceRange keyword = cursor.range();
        int kind = cursor.kind();
        switch (kind) {
            case Keyword.TYPE -> {
                cursor.advance();
                return objects(cursor, start, ObjectType.TYPE, keyword, false);
            }
            case Keyword.DOMAIN -> {
                cursor.advance();
                return objects(cursor, start, ObjectType.DOMAIN, keyword, false);
            }
            case Keyword.FUNCTION, Keyword.PROCEDURE, Keyword.ROUTINE -> {
                ObjectType routine = FunctionParser.routineType(cursor);
                return objects(cursor, start, routine, keyword, false);
            }
            case Keyword.AGGREGATE -> {
                cursor.advance();
                return objects(cursor, start, ObjectType.AGGREGATE, keyword, false);
            }
            case Keyword.OPERATOR -> {
                cursor.advance();
                return operator(cursor, start, keyword);
            }
            case Keyword.CAST -> {
                cursor.advance();
                return one(cursor, start, ObjectType.CAST, keyword);
            }
            case Keyword.TRANSFORM -> {
                cursor.advance();
                return one(cursor, start, ObjectType.TRANSFORM, keyword);
            }
            case Keyword.OWNED -> {
                cursor.advance();
                return RoleParser.dropOwned(cursor, start);
            }
            case Keyword.ROLE, Keyword.GROUP -> {
                cursor.advance();
                return roles(cursor, start, keyword);
            }
            case Keyword.USER -> {
                cursor.advance();
                boolean mapping = cursor.at(Keyword.MAPPING, Keyword.FOR) || cursor.at(Keyword.MAPPING, Keyword.IF);
                return mapping ? userMapping(cursor, start, keyword) : roles(cursor, start, keyword);
            }
            case Keyword.SUBSCRIPTION -> {
                cursor.advance();
                return named(cursor, start, StatementKind.DROP_SUBSCRIPTION, ObjectType.SUBSCRIPTION, keyword);
            }
            case Keyword.TABLESPACE -> {
                cursor.advance();
                return named(cursor, start, StatementKind.DROP_TABLE_SPACE, ObjectType.TABLESPACE, keyword);
            }
            case Keyword.DATABASE -> {
                cursor.advance();
                return named(cursor, start, StatementKind.DROP_DATABASE, ObjectType.DATABASE, keyword);
            }
            default -> throw cursor.syntaxError();
        }
    }

    /** A list of objects of one kind. */
    private static Statement objects(
            Cursor cursor, int start, ObjectType type, SourceRange keyword, boolean concurrently) {
        boolean ifExists = OptionParser.ifExists(cursor);
        List<ObjectReference> objects = cursor.list(c -> object(c, type));
        boolean cascade = OptionParser.optDropBehavior(cursor);
        return new Drop(type, keyword, concurrently, ifExists, objects, cascade, cursor.rangeFrom(start));
    }

    private static ObjectReference object(Cursor cursor, ObjectType type) {
        return switch (type) {
            case ACCESS_METHOD,
                    EVENT_TRIGGER,
                    EXTENSION,
                    FOREIGN_DATA_WRAPPER,
                    LANGUAGE,
                    PUBLICATION,
                    SCHEMA,
                    FOREIGN_SERVER -> ObjectReferenceParser.name(cursor, type);
            case TYPE, DOMAIN -> ObjectReferenceParser.typename(cursor, type);
            case FUNCTION, PROCEDURE, ROUTINE -> SignatureParser.function(cursor, type);
            case AGGREGATE -> SignatureParser.aggregate(cursor);
            case OPERATOR -> SignatureParser.operator(cursor);
            default -> ObjectReferenceParser.anyName(cursor, type);
        };
    }

    /** What only one of can be dropped at a time. */
    private static Statement one(Cursor cursor, int start, ObjectType type, SourceRange keyword) {
        boolean unnamed = type == ObjectType.CAST || type == ObjectType.TRANSFORM;
        boolean ifExists = unnamed ? OptionParser.optIfExists(cursor) : OptionParser.ifExists(cursor);
        ObjectReference object = switch (type) {
            case CAST -> SignatureParser.cast(cursor);
            case TRANSFORM -> ObjectReferenceParser.transform(cursor);
            case OPERATOR_CLASS, OPERATOR_FAMILY -> OperatorClassParser.usingMethod(cursor, type);
            default -> ObjectReferenceParser.onAnyName(cursor, type);
        };
        boolean cascade = OptionParser.optDropBehavior(cursor);
        return new Drop(type, keyword, false, ifExists, List.of(object), cascade, cursor.rangeFrom(start));
    }

    private static Statement operator(Cursor cursor, int start, SourceRange keyword) {
        boolean ofClass = OperatorClassParser.at(cursor, Keyword.CLASS);
        if (ofClass || OperatorClassParser.at(cursor, Keyword.FAMILY)) {
            cursor.advance();
            SourceRange words = cursor.rangeFrom(keyword.start());
            ObjectType type = ofClass ? ObjectType.OPERATOR_CLASS : ObjectType.OPERATOR_FAMILY;
            return one(cursor, start, type, words);
        }
        return objects(cursor, start, ObjectType.OPERATOR, keyword, false);
    }

    private static Statement roles(Cursor cursor, int start, SourceRange keyword) {
        boolean ifExists = OptionParser.ifExists(cursor);
        List<RoleSpec> roles = Names.roleList(cursor);
        return new DropRole(keyword, ifExists, roles, cursor.rangeFrom(start));
    }

    private static Statement userMapping(Cursor cursor, int start, SourceRange keyword) {
        cursor.expect(Keyword.MAPPING);
        SourceRange words = cursor.rangeFrom(keyword.start());
        boolean ifExists = OptionParser.optIfExists(cursor);
        cursor.expect(Keyword.FOR);
        RoleSpec user = ForeignDataParser.authIdent(cursor);
        cursor.expect(Keyword.SERVER);
        ObjectName server = ObjectName.of(Names.colId(cursor));
        ObjectReference object = new ObjectReference(
                ObjectType.USER_MAPPING,
                ObjectName.of(user.name()),
                server,
                null,
                cursor.rangeFrom(user.range().start()));
        return new DropOne(
                StatementKind.DROP_USER_MAPPING,
                ObjectType.USER_MAPPING,
                words,
                ifExists,
                object,
                false,
                List.of(),
                cursor.rangeFrom(start));
    }

    /** DROP SUBSCRIPTION, DROP TABLESPACE, DROP DATABASE. */
    private static Statement named(Cursor cursor, int start, StatementKind kind, ObjectType type, SourceRange keyword) {
        boolean ifExists = OptionParser.ifExists(cursor);
        ObjectReference object = ObjectReferenceParser.name(cursor, type);
        boolean cascade = type == ObjectType.SUBSCRIPTION && OptionParser.optDropBehavior(cursor);
        List<DefElem> options = List.of();
        if (type == ObjectType.DATABASE && (SequenceParser.optWith(cursor) || cursor.at('('))) {
            cursor.expect('(');
            options = cursor.list(DropParser::force);
            cursor.expect(')');
        }
        return new DropOne(kind, type, keyword, ifExists, object, cascade, options, cursor.rangeFrom(start));
    }

    private static DefElem force(Cursor cursor) {
        if (!cursor.at(Keyword.FORCE)) {
            throw cursor.syntaxError();
        }
        return OptionParser.element(cursor, cursor.takeName(), null);
    }
}
