package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.OperatorStatement.AlterOpFamily;
import dev.pgmigrate.sql.ast.OperatorStatement.AlterOperator;
import dev.pgmigrate.sql.ast.OperatorStatement.ClassItem;
import dev.pgmigrate.sql.ast.OperatorStatement.CreateOpClass;
import dev.pgmigrate.sql.ast.OperatorStatement.CreateOpFamily;
import dev.pgmigrate.sql.ast.OperatorStatement.ItemKind;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.parser.AlterObjectParser.Form;
import java.util.List;

/** Parses operator classes and families, and ALTER OPERATOR. */
final class OperatorClassParser {
    private OperatorClassParser() {}

    /** CREATE OPERATOR in its three forms, behind OPERATOR. */
    static Statement create(Cursor cursor, int start) {
        if (at(cursor, Keyword.CLASS)) {
            cursor.advance();
            return createClass(cursor, start);
        }
        if (!at(cursor, Keyword.FAMILY)) {
            return DefineParser.operator(cursor, start);
        }
        cursor.advance();
        ObjectName name = Names.anyName(cursor);
        cursor.expect(Keyword.USING);
        Name method = Names.colId(cursor);
        return new CreateOpFamily(name, method, cursor.rangeFrom(start));
    }

    /** Whether CLASS or FAMILY is the keyword; with a dot behind it, it is the schema of an operator. */
    static boolean at(Cursor cursor, int keyword) {
        return cursor.at(keyword) && cursor.peek(1) != '.';
    }

    private static Statement createClass(Cursor cursor, int start) {
        ObjectName name = Names.anyName(cursor);
        boolean isDefault = cursor.accept(Keyword.DEFAULT);
        cursor.expect(Keyword.FOR);
        cursor.expect(Keyword.TYPE);
        TypeName type = TypeParser.typename(cursor);
        cursor.expect(Keyword.USING);
        Name method = Names.colId(cursor);
        ObjectName family = cursor.accept(Keyword.FAMILY) ? Names.anyName(cursor) : null;
        cursor.expect(Keyword.AS);
        List<ClassItem> items = cursor.list(OperatorClassParser::item);
        return new CreateOpClass(name, isDefault, type, method, family, items, cursor.rangeFrom(start));
    }

    /** opclass_item. */
    private static ClassItem item(Cursor cursor) {
        int start = cursor.start();
        if (cursor.accept(Keyword.STORAGE)) {
            TypeName type = TypeParser.typename(cursor);
            return new ClassItem(ItemKind.STORAGE, 0, null, List.of(type), cursor.rangeFrom(start));
        }
        if (cursor.accept(Keyword.FUNCTION)) {
            int number = Names.iconst(cursor);
            List<TypeName> types = cursor.at('(') ? types(cursor) : List.of();
            ObjectReference function = SignatureParser.function(cursor, ObjectType.FUNCTION);
            return new ClassItem(ItemKind.FUNCTION, number, function, types, cursor.rangeFrom(start));
        }
        cursor.expect(Keyword.OPERATOR);
        int number = Names.iconst(cursor);
        int from = cursor.start();
        ObjectName name = Names.anyOperator(cursor);
        ObjectReference.Signature signature = cursor.at('(') ? SignatureParser.operatorArguments(cursor) : null;
        ObjectReference operator =
                new ObjectReference(ObjectType.OPERATOR, name, null, signature, cursor.rangeFrom(from));
        if (cursor.accept(Keyword.FOR) && !cursor.accept(Keyword.SEARCH)) {
            cursor.expect(Keyword.ORDER);
            cursor.expect(Keyword.BY);
            Names.anyName(cursor);
        }
        return new ClassItem(ItemKind.OPERATOR, number, operator, List.of(), cursor.rangeFrom(start));
    }

    private static List<TypeName> types(Cursor cursor) {
        cursor.expect('(');
        List<TypeName> types = cursor.list(TypeParser::typename);
        cursor.expect(')');
        return types;
    }

    /** ALTER OPERATOR in its three forms, behind OPERATOR. */
    static Statement alter(Cursor cursor, int start) {
        boolean family = at(cursor, Keyword.FAMILY);
        if (family || at(cursor, Keyword.CLASS)) {
            return alterClass(cursor, start, family);
        }
        ObjectReference operator = SignatureParser.operator(cursor);
        if (cursor.at(Keyword.SET) && cursor.peek(1) != Keyword.SCHEMA) {
            cursor.advance();
            List<DefElem> options = OptionParser.definition(cursor);
            return new AlterOperator(operator, options, cursor.rangeFrom(start));
        }
        return AlterObjectParser.alter(cursor, start, operator, Form.OWNER, Form.SCHEMA);
    }

    private static Statement alterClass(Cursor cursor, int start, boolean family) {
        ObjectReference object = reference(cursor);
        ObjectName method = object.parent();
        if (family && method != null && (cursor.at(Keyword.ADD) || cursor.at(Keyword.DROP))) {
            boolean drop = cursor.at(Keyword.DROP);
            cursor.advance();
            List<ClassItem> items = cursor.list(drop ? OperatorClassParser::droppedItem : OperatorClassParser::item);
            return new AlterOpFamily(object.name(), method.last(), drop, items, cursor.rangeFrom(start));
        }
        return AlterObjectParser.alter(cursor, start, object, Form.RENAME, Form.OWNER, Form.SCHEMA);
    }

    /** {@code CLASS any_name USING name}, or the same of a FAMILY. */
    static ObjectReference reference(Cursor cursor) {
        ObjectType type = cursor.at(Keyword.CLASS) ? ObjectType.OPERATOR_CLASS : ObjectType.OPERATOR_FAMILY;
        cursor.advance();
        return usingMethod(cursor, type);
    }

    /** {@code any_name USING name}. */
    static ObjectReference usingMethod(Cursor cursor, ObjectType type) {
        int start = cursor.start();
        ObjectName name = Names.anyName(cursor);
        cursor.expect(Keyword.USING);
        ObjectName method = ObjectName.of(Names.colId(cursor));
        return new ObjectReference(type, name, method, null, cursor.rangeFrom(start));
    }

    private static ClassItem droppedItem(Cursor cursor) {
        int start = cursor.start();
        ItemKind kind = cursor.at(Keyword.FUNCTION) ? ItemKind.FUNCTION : ItemKind.OPERATOR;
        if (!cursor.accept(Keyword.FUNCTION)) {
            cursor.expect(Keyword.OPERATOR);
        }
        int number = Names.iconst(cursor);
        List<TypeName> types = types(cursor);
        return new ClassItem(kind, number, null, types, cursor.rangeFrom(start));
    }
}
