package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PublicationStatement.AlterPublication;
import dev.pgmigrate.sql.ast.PublicationStatement.Change;
import dev.pgmigrate.sql.ast.PublicationStatement.CreatePublication;
import dev.pgmigrate.sql.ast.PublicationStatement.Item;
import dev.pgmigrate.sql.ast.PublicationStatement.ItemKind;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.parser.AlterObjectParser.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses CREATE PUBLICATION and ALTER PUBLICATION. */
final class PublicationParser {
    private PublicationParser() {}

    /** CreatePublicationStmt, behind PUBLICATION. */
    static Statement create(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        boolean allTables = false;
        List<Item> items = List.of();
        List<DefElem> options;
        if (cursor.accept(Keyword.FOR)) {
            if (cursor.accept(Keyword.ALL)) {
                cursor.expect(Keyword.TABLES);
                allTables = true;
                options = OptionParser.optDefinition(cursor);
            } else {
                List<Written> written = cursor.list(PublicationParser::written);
                options = OptionParser.optDefinition(cursor);
                items = items(cursor, written);
            }
        } else {
            options = OptionParser.optDefinition(cursor);
        }
        return new CreatePublication(name, allTables, items, options, cursor.rangeFrom(start));
    }

    /** AlterPublicationStmt and the general forms, behind PUBLICATION. */
    static Statement alter(Cursor cursor, int start) {
        Name name = Names.colId(cursor);
        Change change;
        if (cursor.accept(Keyword.ADD)) {
            change = Change.ADD;
        } else if (cursor.accept(Keyword.DROP)) {
            change = Change.DROP;
        } else if (cursor.accept(Keyword.SET)) {
            if (cursor.at('(')) {
                List<DefElem> options = OptionParser.definition(cursor);
                return new AlterPublication(name, Change.SET_OPTIONS, List.of(), options, cursor.rangeFrom(start));
            }
            change = Change.SET;
        } else {
            ObjectReference object =
                    new ObjectReference(ObjectType.PUBLICATION, ObjectName.of(name), null, null, name.range());
            return AlterObjectParser.alter(cursor, start, object, Form.RENAME, Form.OWNER);
        }
        List<Written> written = cursor.list(PublicationParser::written);
        List<Item> items = items(cursor, written);
        return new AlterPublication(name, change, items, List.of(), cursor.rangeFrom(start));
    }

    /**
     * One item as it is written (PublicationObjSpec). Whether a bare name is a table or a schema is told by the items
     * before it: {@code FOR TABLES IN SCHEMA a, b, TABLE c, d}.
     */
    private record Written(
            @Nullable ItemKind kind,
            @Nullable ObjectName name,
            boolean schemaName,
            boolean only,
            List<Name> columns,
            @Nullable Expression where,
            SourceRange range) {}

    private static Written written(Cursor cursor) {
        int start = cursor.start();
        if (cursor.accept(Keyword.TABLE)) {
            return relation(cursor, start, ItemKind.TABLE);
        }
        if (cursor.accept(Keyword.TABLES, Keyword.IN)) {
            cursor.expect(Keyword.SCHEMA);
            if (cursor.accept(Keyword.CURRENT_SCHEMA)) {
                return schema(cursor, start, ItemKind.TABLES_IN_CURRENT_SCHEMA, null);
            }
            ObjectName schema = ObjectName.of(Names.colId(cursor));
            return schema(cursor, start, ItemKind.TABLES_IN_SCHEMA, schema);
        }
        if (cursor.accept(Keyword.CURRENT_SCHEMA)) {
            return schema(cursor, start, null, null);
        }
        return relation(cursor, start, null);
    }

    private static Written schema(Cursor cursor, int start, @Nullable ItemKind kind, @Nullable ObjectName name) {
        return new Written(kind, name, name != null, false, List.of(), null, cursor.rangeFrom(start));
    }

    private static Written relation(Cursor cursor, int start, @Nullable ItemKind kind) {
        boolean star = cursor.at(Keyword.ONLY);
        RelationName relation = RelationName.parse(cursor);
        star |= cursor.previousEnd() != relation.name().range().end();
        List<Name> columns = Names.optColumnList(cursor);
        Expression where = cursor.accept(Keyword.WHERE) ? ConstraintParser.parenthesized(cursor) : null;
        boolean bare = !star && columns.isEmpty() && where == null;
        boolean schemaName = kind == null && bare && relation.name().parts().size() == 1;
        return new Written(kind, relation.name(), schemaName, relation.only(), columns, where, cursor.rangeFrom(start));
    }

    /** preprocess_pubobj_list: gives each item its kind, or says why it cannot have one. */
    private static List<Item> items(Cursor cursor, List<Written> written) {
        ItemKind kind = written.get(0).kind;
        if (kind == null) {
            throw cursor.error("invalid publication object list", first(written.get(0)));
        }
        List<Item> items = new ArrayList<>();
        for (Written item : written) {
            kind = item.kind == null ? kind : item.kind;
            items.add(item(cursor, item, kind));
        }
        return List.copyOf(items);
    }

    private static Item item(Cursor cursor, Written item, ItemKind kind) {
        if (kind == ItemKind.TABLE) {
            if (item.name == null) {
                throw cursor.error("invalid table name", first(item));
            }
            return new Item(kind, item.only, item.name, item.columns, item.where, item.range);
        }
        if (item.where != null) {
            throw cursor.error("WHERE clause not allowed for schema", first(item));
        }
        if (!item.columns.isEmpty()) {
            throw cursor.error("column specification not allowed for schema", first(item));
        }
        if (item.name != null && !item.schemaName) {
            throw cursor.error("invalid schema name", first(item));
        }
        ItemKind found = item.name == null ? ItemKind.TABLES_IN_CURRENT_SCHEMA : ItemKind.TABLES_IN_SCHEMA;
        return new Item(found, false, item.name, List.of(), null, item.range);
    }

    private static SourceRange first(Written item) {
        return item.name == null ? item.range : item.name.range();
    }
}
