package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.parser.AlterObjectParser.Form;

/** Finds the parser of an ALTER by the words behind it. */
final class AlterParser {
    private AlterParser() {}

    /** Every ALTER of the grammar. */
    static Statement alter(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.ALTER);
        int kind = cursor.kind();
        if (kind == Keyword.FUNCTION || kind == Keyword.PROCEDURE || kind == Keyword.ROUTINE) {
            return FunctionParser.alter(cursor, start);
        }
        // All others are parsed from behind their first word.
        return switch (kind) {
            case Keyword.TABLE -> AlterTableParser.alter(behind(cursor), start, ObjectType.TABLE);
            case Keyword.INDEX -> AlterTableParser.alter(behind(cursor), start, ObjectType.INDEX);
            case Keyword.SEQUENCE -> AlterTableParser.alter(behind(cursor), start, ObjectType.SEQUENCE);
            case Keyword.VIEW -> AlterTableParser.alter(behind(cursor), start, ObjectType.VIEW);
            case Keyword.MATERIALIZED -> materialized(behind(cursor), start);
            case Keyword.FOREIGN -> foreign(behind(cursor), start);
            case Keyword.TYPE -> CreateTypeParser.alter(behind(cursor), start);
            case Keyword.DOMAIN -> DomainParser.alter(behind(cursor), start);
            case Keyword.POLICY -> PolicyParser.alter(behind(cursor), start);
            case Keyword.TRIGGER -> onTable(behind(cursor), start, ObjectType.TRIGGER, Form.RENAME, Form.DEPENDS);
            case Keyword.RULE -> onTable(behind(cursor), start, ObjectType.RULE, Form.RENAME);
            case Keyword.DEFAULT -> GrantParser.alterDefault(behind(cursor), start);
            case Keyword.ROLE -> RoleParser.alter(behind(cursor), start);
            case Keyword.USER -> user(behind(cursor), start);
            case Keyword.GROUP -> RoleParser.alterGroup(behind(cursor), start);
            case Keyword.DATABASE -> DatabaseParser.alter(behind(cursor), start);
            case Keyword.TABLESPACE -> DatabaseParser.alterTablespace(behind(cursor), start);
            case Keyword.SYSTEM -> SettingParser.alterSystem(behind(cursor), start);
            case Keyword.EXTENSION -> ExtensionParser.alter(behind(cursor), start);
            case Keyword.PUBLICATION -> PublicationParser.alter(behind(cursor), start);
            case Keyword.SUBSCRIPTION -> SubscriptionParser.alter(behind(cursor), start);
            case Keyword.STATISTICS -> StatisticsParser.alter(behind(cursor), start);
            case Keyword.SERVER -> ForeignDataParser.alterServer(behind(cursor), start);
            case Keyword.COLLATION -> DefineParser.alterCollation(behind(cursor), start);
            case Keyword.TEXT -> DefineParser.alterTextSearch(behind(cursor), start);
            case Keyword.OPERATOR -> OperatorClassParser.alter(behind(cursor), start);
            case Keyword.AGGREGATE -> aggregate(behind(cursor), start);
            case Keyword.CONVERSION -> conversion(behind(cursor), start);
            case Keyword.SCHEMA -> named(behind(cursor), start, ObjectType.SCHEMA);
            case Keyword.LANGUAGE -> named(behind(cursor), start, ObjectType.LANGUAGE);
            case Keyword.PROCEDURAL -> language(behind(cursor), start);
            case Keyword.LARGE -> largeObject(behind(cursor), start);
            case Keyword.EVENT -> event(behind(cursor), start);
            default -> throw cursor.syntaxError();
        };
    }

    private static Statement materialized(Cursor cursor, int start) {
        cursor.expect(Keyword.VIEW);
        return AlterTableParser.alter(cursor, start, ObjectType.MATERIALIZED_VIEW);
    }

    private static Statement foreign(Cursor cursor, int start) {
        if (cursor.accept(Keyword.TABLE)) {
            return AlterTableParser.alter(cursor, start, ObjectType.FOREIGN_TABLE);
        }
        cursor.expect(Keyword.DATA);
        cursor.expect(Keyword.WRAPPER);
        return ForeignDataParser.alterWrapper(cursor, start);
    }

    private static Statement onTable(Cursor cursor, int start, ObjectType type, Form... forms) {
        int from = cursor.start();
        ObjectName name = ObjectName.of(Names.colId(cursor));
        cursor.expect(Keyword.ON);
        ObjectName table = Names.qualifiedName(cursor);
        ObjectReference object = new ObjectReference(type, name, table, null, cursor.rangeFrom(from));
        return AlterObjectParser.alter(cursor, start, object, forms);
    }

    private static Statement user(Cursor cursor, int start) {
        return cursor.at(Keyword.MAPPING, Keyword.FOR) ? userMapping(cursor, start) : RoleParser.alter(cursor, start);
    }

    private static Statement userMapping(Cursor cursor, int start) {
        cursor.expect(Keyword.MAPPING);
        return ForeignDataParser.alterMapping(cursor, start);
    }

    private static Statement aggregate(Cursor cursor, int start) {
        ObjectReference aggregate = SignatureParser.aggregate(cursor);
        return AlterObjectParser.alter(cursor, start, aggregate, Form.RENAME, Form.OWNER, Form.SCHEMA);
    }

    private static Statement conversion(Cursor cursor, int start) {
        ObjectReference object = ObjectReferenceParser.anyName(cursor, ObjectType.CONVERSION);
        return AlterObjectParser.alter(cursor, start, object, Form.RENAME, Form.OWNER, Form.SCHEMA);
    }

    private static Statement named(Cursor cursor, int start, ObjectType type) {
        ObjectReference object = ObjectReferenceParser.name(cursor, type);
        return AlterObjectParser.alter(cursor, start, object, Form.RENAME, Form.OWNER);
    }

    private static Statement language(Cursor cursor, int start) {
        cursor.expect(Keyword.LANGUAGE);
        return named(cursor, start, ObjectType.LANGUAGE);
    }

    private static Statement largeObject(Cursor cursor, int start) {
        cursor.expect(Keyword.OBJECT);
        ObjectReference object = GrantTarget.largeObject(cursor);
        return AlterObjectParser.alter(cursor, start, object, Form.OWNER);
    }

    private static Statement event(Cursor cursor, int start) {
        cursor.expect(Keyword.TRIGGER);
        return TriggerParser.alterEvent(cursor, start);
    }

    private static Cursor behind(Cursor cursor) {
        cursor.advance();
        return cursor;
    }
}
