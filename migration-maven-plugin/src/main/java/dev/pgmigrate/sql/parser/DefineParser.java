package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.DefineStatement;
import dev.pgmigrate.sql.ast.DefineStatement.AlterTextSearchConfiguration;
import dev.pgmigrate.sql.ast.DefineStatement.AlterTextSearchDictionary;
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.DefineStatement.Mapping;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.parser.AlterObjectParser.Form;
import java.util.List;

/** Parses what is made from a list of options: aggregates, operators, collations, text search objects. */
final class DefineParser {
    private DefineParser() {}

    /** CREATE AGGREGATE, behind AGGREGATE. */
    static Statement aggregate(Cursor cursor, int start, boolean orReplace) {
        ObjectName name = Calls.name(cursor);
        ObjectReference.Signature signature = null;
        List<DefElem> definition;
        if (cursor.at('(') && cursor.peek(1) == Token.IDENT && cursor.peek(2) == '=') {
            definition = oldDefinition(cursor);
        } else {
            signature = SignatureParser.aggregateArguments(cursor);
            definition = OptionParser.definition(cursor);
        }
        return new Define(
                ObjectType.AGGREGATE, orReplace, false, name, signature, definition, null, cursor.rangeFrom(start));
    }

    /** old_aggr_definition: names are plain identifiers, and each has a value. */
    private static List<DefElem> oldDefinition(Cursor cursor) {
        cursor.expect('(');
        List<DefElem> elements = cursor.list(DefineParser::oldElement);
        cursor.expect(')');
        return elements;
    }

    private static DefElem oldElement(Cursor cursor) {
        if (!cursor.at(Token.IDENT)) {
            throw cursor.syntaxError();
        }
        Name name = cursor.takeName();
        cursor.expect('=');
        return OptionParser.element(cursor, name, OptionParser.defArg(cursor));
    }

    /** CREATE OPERATOR, behind OPERATOR. */
    static Statement operator(Cursor cursor, int start) {
        ObjectName name = Names.anyOperator(cursor);
        return defined(cursor, start, ObjectType.OPERATOR, false, name);
    }

    /** CREATE COLLATION, behind COLLATION. */
    static Statement collation(Cursor cursor, int start) {
        boolean ifNotExists = OptionParser.ifNotExists(cursor);
        ObjectName name = Names.anyName(cursor);
        if (!cursor.accept(Keyword.FROM)) {
            return defined(cursor, start, ObjectType.COLLATION, ifNotExists, name);
        }
        ObjectName from = Names.anyName(cursor);
        return new Define(
                ObjectType.COLLATION, false, ifNotExists, name, null, List.of(), from, cursor.rangeFrom(start));
    }

    private static Statement defined(Cursor cursor, int start, ObjectType type, boolean ifNotExists, ObjectName name) {
        List<DefElem> definition = OptionParser.definition(cursor);
        return new Define(type, false, ifNotExists, name, null, definition, null, cursor.rangeFrom(start));
    }

    /** ALTER COLLATION, behind COLLATION. */
    static Statement alterCollation(Cursor cursor, int start) {
        ObjectName name = Names.anyName(cursor);
        if (cursor.accept(Keyword.REFRESH)) {
            cursor.expect(Keyword.VERSION);
            return new DefineStatement.AlterCollation(name, cursor.rangeFrom(start));
        }
        ObjectReference object = new ObjectReference(ObjectType.COLLATION, name, null, null, name.range());
        return AlterObjectParser.alter(cursor, start, object, Form.RENAME, Form.OWNER, Form.SCHEMA);
    }

    /** CREATE TEXT SEARCH, behind TEXT. */
    static Statement textSearch(Cursor cursor, int start) {
        ObjectType type = textSearchType(cursor);
        ObjectName name = Names.anyName(cursor);
        return defined(cursor, start, type, false, name);
    }

    /** Takes SEARCH and what follows it. */
    static ObjectType textSearchType(Cursor cursor) {
        cursor.expect(Keyword.SEARCH);
        ObjectType type = switch (cursor.kind()) {
            case Keyword.PARSER -> ObjectType.TEXT_SEARCH_PARSER;
            case Keyword.DICTIONARY -> ObjectType.TEXT_SEARCH_DICTIONARY;
            case Keyword.TEMPLATE -> ObjectType.TEXT_SEARCH_TEMPLATE;
            case Keyword.CONFIGURATION -> ObjectType.TEXT_SEARCH_CONFIGURATION;
            default -> throw cursor.syntaxError();
        };
        cursor.advance();
        return type;
    }

    /** ALTER TEXT SEARCH, behind TEXT. */
    static Statement alterTextSearch(Cursor cursor, int start) {
        ObjectType type = textSearchType(cursor);
        ObjectName name = Names.anyName(cursor);
        if (type == ObjectType.TEXT_SEARCH_DICTIONARY && cursor.at('(')) {
            List<DefElem> options = OptionParser.definition(cursor);
            return new AlterTextSearchDictionary(name, options, cursor.rangeFrom(start));
        }
        boolean configuration = type == ObjectType.TEXT_SEARCH_CONFIGURATION;
        if (configuration && (cursor.at(Keyword.ADD) || cursor.at(Keyword.ALTER) || cursor.at(Keyword.DROP))) {
            return mapping(cursor, start, name);
        }
        ObjectReference object = new ObjectReference(type, name, null, null, name.range());
        boolean owned = configuration || type == ObjectType.TEXT_SEARCH_DICTIONARY;
        return owned
                ? AlterObjectParser.alter(cursor, start, object, Form.RENAME, Form.OWNER, Form.SCHEMA)
                : AlterObjectParser.alter(cursor, start, object, Form.RENAME, Form.SCHEMA);
    }

    /** AlterTSConfigurationStmt, behind the name. */
    private static Statement mapping(Cursor cursor, int start, ObjectName name) {
        int kind = cursor.kind();
        cursor.advance();
        cursor.expect(Keyword.MAPPING);
        if (kind == Keyword.DROP) {
            boolean ifExists = OptionParser.optIfExists(cursor);
            cursor.expect(Keyword.FOR);
            List<Name> tokens = Names.nameList(cursor);
            return new AlterTextSearchConfiguration(
                    name, Mapping.DROP, ifExists, tokens, List.of(), cursor.rangeFrom(start));
        }
        boolean alter = kind == Keyword.ALTER;
        List<Name> tokens = List.of();
        if (!alter || !cursor.at(Keyword.REPLACE)) {
            cursor.expect(Keyword.FOR);
            tokens = Names.nameList(cursor);
        }
        Mapping mapping = alter ? Mapping.ALTER : Mapping.ADD;
        List<ObjectName> dictionaries;
        if (alter && cursor.accept(Keyword.REPLACE)) {
            mapping = Mapping.REPLACE;
            ObjectName old = Names.anyName(cursor);
            anyWith(cursor);
            dictionaries = List.of(old, Names.anyName(cursor));
        } else {
            anyWith(cursor);
            dictionaries = Names.anyNameList(cursor);
        }
        return new AlterTextSearchConfiguration(name, mapping, false, tokens, dictionaries, cursor.rangeFrom(start));
    }

    private static void anyWith(Cursor cursor) {
        if (!SequenceParser.optWith(cursor)) {
            throw cursor.syntaxError();
        }
    }
}
