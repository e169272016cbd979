package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.LikeClause;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.PartitionSpec;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableElement;
import dev.pgmigrate.sql.ast.TableStatement.CreateForeignTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTableAs;
import dev.pgmigrate.sql.ast.TableStatement.OnCommit;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses CREATE TABLE, CREATE TABLE AS and CREATE FOREIGN TABLE. */
final class CreateTableParser {
    private CreateTableParser() {}

    /** Which of the forms may stand where a CREATE TABLE is parsed. */
    enum Form {
        ANY,
        /** Without a query, as in CREATE SCHEMA. */
        ELEMENTS,
        /** With a query, as behind EXPLAIN. */
        QUERY
    }

    /** CreateStmt and CreateAsStmt, behind TABLE. */
    static Statement create(Cursor cursor, int start, Persistence persistence, Form form) {
        boolean ifNotExists = OptionParser.ifNotExists(cursor);
        ObjectName name = Names.qualifiedName(cursor);
        Head head = new Head(start, persistence, ifNotExists, name);
        if (form == Form.QUERY) {
            return tableAs(cursor, head, Names.optColumnList(cursor));
        }
        boolean element = form == Form.ELEMENTS;
        if (cursor.accept(Keyword.OF)) {
            ObjectName type = Names.anyName(cursor);
            List<TableElement> elements = typedElements(cursor);
            return table(cursor, head, elements, List.of(), null, null, type);
        }
        if (cursor.accept(Keyword.PARTITION)) {
            cursor.expect(Keyword.OF);
            ObjectName parent = Names.qualifiedName(cursor);
            List<TableElement> elements = typedElements(cursor);
            PartitionBound bound = PartitionParser.bound(cursor);
            return table(cursor, head, elements, List.of(), parent, bound, null);
        }
        if (!element && !cursor.at('(')) {
            return tableAs(cursor, head, List.of());
        }
        if (!element && atColumnNames(cursor)) {
            return tableAs(cursor, head, Names.optColumnList(cursor));
        }
        List<TableElement> elements = elements(cursor);
        List<ObjectName> inherits = inherits(cursor);
        return table(cursor, head, elements, inherits, null, null, null);
    }

    private record Head(int start, Persistence persistence, boolean ifNotExists, ObjectName name) {}

    /** Whether bare names stand between the parentheses, as only CREATE TABLE AS has them. */
    private static boolean atColumnNames(Cursor cursor) {
        return Keywords.isColId(cursor.peek(1)) && (cursor.peek(2) == ',' || cursor.peek(2) == ')');
    }

    private static Statement table(
            Cursor cursor,
            Head head,
            List<TableElement> elements,
            List<ObjectName> inherits,
            @Nullable ObjectName partitionOf,
            @Nullable PartitionBound bound,
            @Nullable ObjectName ofType) {
        PartitionSpec partitionBy = PartitionParser.optPartitionSpec(cursor);
        Storage storage = storage(cursor);
        return new CreateTable(
                head.persistence,
                head.ifNotExists,
                head.name,
                elements,
                inherits,
                partitionOf,
                bound,
                ofType,
                partitionBy,
                storage.accessMethod,
                storage.options,
                storage.onCommit,
                storage.tablespace,
                cursor.rangeFrom(head.start));
    }

    private static Statement tableAs(Cursor cursor, Head head, List<Name> columns) {
        Storage storage = storage(cursor);
        cursor.expect(Keyword.AS);
        Statement query = cursor.at(Keyword.EXECUTE) ? PreparedParser.execute(cursor) : SelectParser.selectStmt(cursor);
        boolean withData = optWithData(cursor);
        return new CreateTableAs(
                head.persistence,
                head.ifNotExists,
                head.name,
                columns,
                storage.accessMethod,
                storage.options,
                storage.onCommit,
                storage.tablespace,
                query,
                withData,
                cursor.rangeFrom(head.start));
    }

    /** opt_with_data: false for WITH NO DATA. */
    static boolean optWithData(Cursor cursor) {
        if (!cursor.accept(Keyword.WITH)) {
            return true;
        }
        boolean no = cursor.accept(Keyword.NO);
        cursor.expect(Keyword.DATA);
        return !no;
    }

    private record Storage(
            @Nullable Name accessMethod,
            List<DefElem> options,
            @Nullable OnCommit onCommit,
            @Nullable Name tablespace) {}

    /** table_access_method_clause OptWith OnCommitOption OptTableSpace. */
    private static Storage storage(Cursor cursor) {
        Name method = cursor.accept(Keyword.USING) ? Names.colId(cursor) : null;
        List<DefElem> options = List.of();
        if (cursor.accept(Keyword.WITHOUT)) {
            cursor.expect(Keyword.OIDS);
        } else {
            options = OptionParser.optWithReloptions(cursor);
        }
        OnCommit onCommit = null;
        if (cursor.accept(Keyword.ON)) {
            cursor.expect(Keyword.COMMIT);
            onCommit = onCommit(cursor);
        }
        Name tablespace = cursor.accept(Keyword.TABLESPACE) ? Names.colId(cursor) : null;
        return new Storage(method, options, onCommit, tablespace);
    }

    private static OnCommit onCommit(Cursor cursor) {
        if (cursor.accept(Keyword.DROP)) {
            return OnCommit.DROP;
        }
        OnCommit action = cursor.at(Keyword.DELETE) ? OnCommit.DELETE_ROWS : OnCommit.PRESERVE_ROWS;
        if (!cursor.accept(Keyword.DELETE)) {
            cursor.expect(Keyword.PRESERVE);
        }
        cursor.expect(Keyword.ROWS);
        return action;
    }

    /** {@code ( OptTableElementList )}. */
    private static List<TableElement> elements(Cursor cursor) {
        cursor.expect('(');
        if (cursor.accept(')')) {
            return List.of();
        }
        List<TableElement> elements = cursor.list(CreateTableParser::element);
        cursor.expect(')');
        return elements;
    }

    private static TableElement element(Cursor cursor) {
        if (cursor.at(Keyword.LIKE)) {
            return like(cursor);
        }
        return ConstraintParser.atTableConstraint(cursor)
                ? ConstraintParser.tableConstraint(cursor)
                : ColumnParser.columnDef(cursor);
    }

    /** OptTypedTableElementList. */
    private static List<TableElement> typedElements(Cursor cursor) {
        if (!cursor.accept('(')) {
            return List.of();
        }
        List<TableElement> elements = cursor.list(CreateTableParser::typedElement);
        cursor.expect(')');
        return elements;
    }

    private static TableElement typedElement(Cursor cursor) {
        return ConstraintParser.atTableConstraint(cursor)
                ? ConstraintParser.tableConstraint(cursor)
                : ColumnParser.columnOptions(cursor);
    }

    /** OptInherit. */
    private static List<ObjectName> inherits(Cursor cursor) {
        if (!cursor.accept(Keyword.INHERITS)) {
            return List.of();
        }
        cursor.expect('(');
        List<ObjectName> parents = Names.qualifiedNameList(cursor);
        cursor.expect(')');
        return parents;
    }

    /** TableLikeClause. */
    private static LikeClause like(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.LIKE);
        ObjectName source = Names.qualifiedName(cursor);
        List<LikeClause.Option> options = new ArrayList<>();
        while (cursor.at(Keyword.INCLUDING) || cursor.at(Keyword.EXCLUDING)) {
            boolean including = cursor.accept(Keyword.INCLUDING);
            if (!including) {
                cursor.advance();
            }
            LikeClause.What what = what(cursor);
            cursor.advance();
            options.add(new LikeClause.Option(including, what));
        }
        return new LikeClause(source, List.copyOf(options), cursor.rangeFrom(start));
    }

    private static LikeClause.What what(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.ALL -> LikeClause.What.ALL;
            case Keyword.COMMENTS -> LikeClause.What.COMMENTS;
            case Keyword.COMPRESSION -> LikeClause.What.COMPRESSION;
            case Keyword.CONSTRAINTS -> LikeClause.What.CONSTRAINTS;
            case Keyword.DEFAULTS -> LikeClause.What.DEFAULTS;
            case Keyword.GENERATED -> LikeClause.What.GENERATED;
            case Keyword.IDENTITY -> LikeClause.What.IDENTITY;
            case Keyword.INDEXES -> LikeClause.What.INDEXES;
            case Keyword.STATISTICS -> LikeClause.What.STATISTICS;
            case Keyword.STORAGE -> LikeClause.What.STORAGE;
            default -> throw cursor.syntaxError();
        };
    }

    /** CreateForeignTableStmt, behind FOREIGN TABLE. */
    static Statement createForeign(Cursor cursor, int start) {
        boolean ifNotExists = OptionParser.ifNotExists(cursor);
        ObjectName name = Names.qualifiedName(cursor);
        List<TableElement> elements;
        List<ObjectName> inherits = List.of();
        ObjectName parent = null;
        PartitionBound bound = null;
        if (cursor.accept(Keyword.PARTITION)) {
            cursor.expect(Keyword.OF);
            parent = Names.qualifiedName(cursor);
            elements = typedElements(cursor);
            bound = PartitionParser.bound(cursor);
        } else {
            elements = elements(cursor);
            inherits = inherits(cursor);
        }
        cursor.expect(Keyword.SERVER);
        Name server = Names.colId(cursor);
        List<DefElem> options = OptionParser.createGenericOptions(cursor);
        return new CreateForeignTable(
                ifNotExists, name, elements, inherits, parent, bound, server, options, cursor.rangeFrom(start));
    }
}
