package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.FromItem.Alias;
import dev.pgmigrate.sql.ast.FromItem.ColumnDefinition;
import dev.pgmigrate.sql.ast.FromItem.JoinExpr;
import dev.pgmigrate.sql.ast.FromItem.JoinKind;
import dev.pgmigrate.sql.ast.FromItem.RangeFunction;
import dev.pgmigrate.sql.ast.FromItem.RangeSubselect;
import dev.pgmigrate.sql.ast.FromItem.RangeTableSample;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what stands in FROM: table_ref of the grammar. */
public final class FromParser {
    private FromParser() {}

    /** table_ref, with its joins. */
    static FromItem tableRef(Cursor cursor) {
        if (cursor.isDeep()) {
            return cursor.onOwnStack(FromParser::tableRef);
        }
        cursor.enter();
        int start = cursor.start();
        FromItem item = joins(cursor, item(cursor), start);
        cursor.leave();
        return item;
    }

    /** relation_expr: a table, with ONLY or a star. */
    public static RangeVar relationExpr(Cursor cursor) {
        int start = cursor.start();
        if (!cursor.accept(Keyword.ONLY)) {
            ObjectName name = Names.qualifiedName(cursor);
            cursor.accept('*');
            return new RangeVar(name, false, null, cursor.rangeFrom(start));
        }
        boolean parenthesis = cursor.accept('(');
        ObjectName name = Names.qualifiedName(cursor);
        if (parenthesis) {
            cursor.expect(')');
        }
        return new RangeVar(name, true, null, cursor.rangeFrom(start));
    }

    /** relation_expr_opt_alias: for UPDATE and DELETE, where SET is no alias without AS. */
    static RangeVar relationExprOptAlias(Cursor cursor) {
        int start = cursor.start();
        RangeVar table = relationExpr(cursor);
        Alias alias = null;
        if (cursor.accept(Keyword.AS) || (Keywords.isColId(cursor.kind()) && !cursor.at(Keyword.SET))) {
            Name name = Names.colId(cursor);
            alias = new Alias(name, List.of(), name.range());
        }
        return new RangeVar(table.name(), table.only(), alias, cursor.rangeFrom(start));
    }

    private static FromItem joins(Cursor cursor, FromItem first, int start) {
        FromItem left = first;
        while (true) {
            if (cursor.accept(Keyword.CROSS)) {
                cursor.expect(Keyword.JOIN);
                left = join(cursor, JoinKind.CROSS, false, left, item(cursor), start);
            } else if (cursor.accept(Keyword.NATURAL)) {
                JoinKind kind = joinType(cursor);
                left = join(cursor, kind, true, left, item(cursor), start);
            } else if (atJoin(cursor)) {
                left = qualified(cursor, left, start);
            } else {
                return left;
            }
        }
    }

    private static boolean atJoin(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.JOIN, Keyword.INNER, Keyword.LEFT, Keyword.RIGHT, Keyword.FULL -> true;
            default -> false;
        };
    }

    /** join_type JOIN. */
    private static JoinKind joinType(Cursor cursor) {
        JoinKind kind = JoinKind.INNER;
        switch (cursor.kind()) {
            case Keyword.LEFT -> kind = JoinKind.LEFT;
            case Keyword.RIGHT -> kind = JoinKind.RIGHT;
            case Keyword.FULL -> kind = JoinKind.FULL;
            default -> {}
        }
        if (kind != JoinKind.INNER) {
            cursor.advance();
            cursor.accept(Keyword.OUTER);
        } else {
            cursor.accept(Keyword.INNER);
        }
        cursor.expect(Keyword.JOIN);
        return kind;
    }

    private static FromItem qualified(Cursor cursor, FromItem left, int start) {
        JoinKind kind = joinType(cursor);
        FromItem right = tableRef(cursor);
        if (cursor.accept(Keyword.ON)) {
            Expression on = Expressions.aExpr(cursor);
            return new JoinExpr(kind, false, left, right, List.of(), null, on, null, cursor.rangeFrom(start));
        }
        cursor.expect(Keyword.USING);
        cursor.expect('(');
        List<Name> using = Names.nameList(cursor);
        cursor.expect(')');
        Name alias = cursor.accept(Keyword.AS) ? Names.colId(cursor) : null;
        return new JoinExpr(kind, false, left, right, using, alias, null, null, cursor.rangeFrom(start));
    }

    private static FromItem join(
            Cursor cursor, JoinKind kind, boolean natural, FromItem left, FromItem right, int start) {
        return new JoinExpr(kind, natural, left, right, List.of(), null, null, null, cursor.rangeFrom(start));
    }

    /** table_ref without joins. */
    private static FromItem item(Cursor cursor) {
        int start = cursor.start();
        if (cursor.at('(')) {
            Node content = parenthesized(cursor);
            return content instanceof SelectStatement select
                    ? subselect(cursor, false, select, start)
                    : (FromItem) content;
        }
        if (!cursor.accept(Keyword.LATERAL)) {
            return function(cursor, false, start);
        }
        if (cursor.at('(')) {
            return subselect(cursor, true, SelectParser.selectWithParens(cursor), start);
        }
        return function(cursor, true, start);
    }

    private static FromItem subselect(Cursor cursor, boolean lateral, SelectStatement select, int start) {
        Alias alias = optAlias(cursor);
        return new RangeSubselect(lateral, select, alias, cursor.rangeFrom(start));
    }

    /** A query or a join in parentheses: only what stands behind the inner ones tells which. */
    private static Node parenthesized(Cursor cursor) {
        if (cursor.isDeep()) {
            return cursor.onOwnStack(FromParser::parenthesized);
        }
        cursor.enter();
        int start = cursor.start();
        cursor.expect('(');
        Node content = content(cursor);
        if (!(content instanceof SelectStatement) && !isJoinedTable(content)) {
            throw cursor.syntaxError();
        }
        cursor.expect(')');
        cursor.leave();
        if (!(content instanceof JoinExpr join)) {
            return content;
        }
        Alias alias = optAlias(cursor);
        return alias == null
                ? join
                : new JoinExpr(
                        join.type(),
                        join.natural(),
                        join.left(),
                        join.right(),
                        join.using(),
                        join.usingAlias(),
                        join.on(),
                        alias,
                        cursor.rangeFrom(start));
    }

    private static boolean isJoinedTable(Node content) {
        return content instanceof JoinExpr join && join.alias() == null;
    }

    private static Node content(Cursor cursor) {
        if (SelectParser.atSelect(cursor)) {
            return SelectParser.selectNoParens(cursor);
        }
        int start = cursor.start();
        if (!cursor.at('(')) {
            return joins(cursor, item(cursor), start);
        }
        Node inner = parenthesized(cursor);
        if (!(inner instanceof SelectStatement select)) {
            return joins(cursor, (FromItem) inner, start);
        }
        if (cursor.at(')')) {
            return select;
        }
        if (SelectParser.atContinuation(cursor)) {
            return SelectParser.continued(cursor, select, start);
        }
        return joins(cursor, subselect(cursor, false, select, start), start);
    }

    /** A table, or a function that gives rows. */
    private static FromItem function(Cursor cursor, boolean lateral, int start) {
        if (cursor.peek(1) == '(' && (cursor.at(Keyword.XMLTABLE) || cursor.at(Keyword.JSON_TABLE))) {
            return TableFunctions.parse(cursor, lateral, start);
        }
        if (cursor.at(Keyword.ROWS, Keyword.FROM)) {
            return rowsFrom(cursor, lateral, start);
        }
        if (SpecialCalls.at(cursor) || JsonParser.atAggregate(cursor)) {
            return rangeFunction(cursor, lateral, Calls.funcExprWindowless(cursor), start);
        }
        if (!Keywords.isColId(cursor.kind())) {
            if (!lateral && cursor.at(Keyword.ONLY)) {
                return table(cursor, relationExpr(cursor), start);
            }
            return rangeFunction(cursor, lateral, Calls.funcExprWindowless(cursor), start);
        }
        boolean mayCall = Keywords.isTypeFunctionName(cursor.kind());
        ObjectName name = Names.qualifiedName(cursor);
        if (cursor.at('(') && (mayCall || name.parts().size() > 1)) {
            return rangeFunction(cursor, lateral, Calls.applicationOf(cursor, name), start);
        }
        if (lateral) {
            throw cursor.syntaxError();
        }
        cursor.accept('*');
        return table(cursor, new RangeVar(name, false, null, cursor.rangeFrom(start)), start);
    }

    private static FromItem table(Cursor cursor, RangeVar relation, int start) {
        Alias alias = optAlias(cursor);
        RangeVar table = new RangeVar(relation.name(), relation.only(), alias, cursor.rangeFrom(start));
        if (!cursor.accept(Keyword.TABLESAMPLE)) {
            return table;
        }
        ObjectName method = Calls.name(cursor);
        cursor.expect('(');
        List<Expression> arguments = Expressions.exprList(cursor);
        cursor.expect(')');
        Expression seed = null;
        if (cursor.accept(Keyword.REPEATABLE)) {
            cursor.expect('(');
            seed = Expressions.aExpr(cursor);
            cursor.expect(')');
        }
        return new RangeTableSample(table, method, arguments, seed, cursor.rangeFrom(start));
    }

    private static FromItem rowsFrom(Cursor cursor, boolean lateral, int start) {
        cursor.expect(Keyword.ROWS, Keyword.FROM);
        cursor.expect('(');
        List<ColumnDefinition> columns = new ArrayList<>();
        List<Expression> functions = cursor.list(item -> {
            Expression function = Calls.funcExprWindowless(item);
            if (item.accept(Keyword.AS)) {
                item.expect('(');
                columns.addAll(columnDefinitions(item));
            }
            return function;
        });
        cursor.expect(')');
        boolean ordinality = optOrdinality(cursor);
        Alias alias = functionAlias(cursor, columns);
        return new RangeFunction(lateral, true, functions, ordinality, alias, columns, cursor.rangeFrom(start));
    }

    private static FromItem rangeFunction(Cursor cursor, boolean lateral, Expression function, int start) {
        boolean ordinality = optOrdinality(cursor);
        List<ColumnDefinition> columns = new ArrayList<>();
        Alias alias = functionAlias(cursor, columns);
        return new RangeFunction(
                lateral, false, List.of(function), ordinality, alias, columns, cursor.rangeFrom(start));
    }

    private static boolean optOrdinality(Cursor cursor) {
        if (!cursor.accept(Token.WITH_LA)) {
            return false;
        }
        cursor.expect(Keyword.ORDINALITY);
        return true;
    }

    /** opt_alias_clause, or null. */
    static @Nullable Alias optAlias(Cursor cursor) {
        int start = cursor.start();
        if (!cursor.accept(Keyword.AS) && !Keywords.isColId(cursor.kind())) {
            return null;
        }
        Name name = Names.colId(cursor);
        List<Name> columns = Names.optColumnList(cursor);
        return new Alias(name, columns, cursor.rangeFrom(start));
    }

    /** func_alias_clause: an alias whose columns may have types, which then go to {@code definitions}. */
    private static @Nullable Alias functionAlias(Cursor cursor, List<ColumnDefinition> definitions) {
        int start = cursor.start();
        if (cursor.accept(Keyword.AS, '(')) {
            definitions.addAll(columnDefinitions(cursor));
            return null;
        }
        int behind = cursor.at(Keyword.AS) ? 2 : 1;
        boolean typed = cursor.peek(behind) == '('
                && cursor.peek(behind + 2) != ','
                && cursor.peek(behind + 2) != ')'
                && Keywords.isColId(cursor.peek(behind + 1));
        if (!typed) {
            return optAlias(cursor);
        }
        if (!cursor.accept(Keyword.AS) && !Keywords.isColId(cursor.kind())) {
            return null;
        }
        Name name = Names.colId(cursor);
        cursor.expect('(');
        definitions.addAll(columnDefinitions(cursor));
        return new Alias(name, List.of(), cursor.rangeFrom(start));
    }

    /** TableFuncElementList up to the closing parenthesis. */
    private static List<ColumnDefinition> columnDefinitions(Cursor cursor) {
        List<ColumnDefinition> columns = cursor.list(column -> {
            int start = column.start();
            Name name = Names.colId(column);
            TypeName type = TypeParser.typename(column);
            if (column.accept(Keyword.COLLATE)) {
                Names.anyName(column);
            }
            return new ColumnDefinition(name, type, column.rangeFrom(start));
        });
        cursor.expect(')');
        return columns;
    }
}
