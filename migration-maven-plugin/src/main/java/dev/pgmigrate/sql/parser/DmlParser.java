package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.DmlStatement.ConflictTarget;
import dev.pgmigrate.sql.ast.DmlStatement.Delete;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.DmlStatement.InsertColumn;
import dev.pgmigrate.sql.ast.DmlStatement.OnConflict;
import dev.pgmigrate.sql.ast.DmlStatement.Overriding;
import dev.pgmigrate.sql.ast.DmlStatement.SetClause;
import dev.pgmigrate.sql.ast.DmlStatement.Update;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.CurrentOf;
import dev.pgmigrate.sql.ast.Expression.IndirectionElement;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.FromItem.Alias;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SelectStatement.ResTarget;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.WithClause;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses INSERT, UPDATE and DELETE. */
final class DmlParser {
    private DmlParser() {}

    /** InsertStmt. */
    static Statement insert(Cursor cursor, @Nullable WithClause with, int start) {
        cursor.expect(Keyword.INSERT, Keyword.INTO);
        int tableStart = cursor.start();
        ObjectName name = Names.qualifiedName(cursor);
        Alias alias = null;
        if (cursor.accept(Keyword.AS)) {
            Name as = Names.colId(cursor);
            alias = new Alias(as, List.of(), as.range());
        }
        RangeVar table = new RangeVar(name, false, alias, cursor.rangeFrom(tableStart));
        List<InsertColumn> columns = List.of();
        Overriding overriding = Overriding.NONE;
        SelectStatement source = null;
        if (cursor.accept(Keyword.DEFAULT)) {
            cursor.expect(Keyword.VALUES);
        } else {
            if (cursor.at('(') && !beginsQuery(cursor)) {
                columns = columnList(cursor);
            }
            overriding = optOverriding(cursor);
            source = SelectParser.selectStmt(cursor);
        }
        OnConflict onConflict = optOnConflict(cursor);
        List<ResTarget> returning = optReturning(cursor);
        return new Insert(with, table, columns, overriding, source, onConflict, returning, cursor.rangeFrom(start));
    }

    private static boolean beginsQuery(Cursor cursor) {
        return switch (cursor.peek(1)) {
            case '(', Keyword.SELECT, Keyword.WITH, Keyword.TABLE -> true;
            case Keyword.VALUES -> cursor.peek(2) == '(';
            default -> false;
        };
    }

    /** insert_column_list in its parentheses. */
    static List<InsertColumn> columnList(Cursor cursor) {
        cursor.expect('(');
        List<InsertColumn> columns = cursor.list(DmlParser::column);
        cursor.expect(')');
        return columns;
    }

    /** insert_column_item and set_target. */
    private static InsertColumn column(Cursor cursor) {
        int start = cursor.start();
        Name name = Names.colId(cursor);
        List<IndirectionElement> indirection = Indirections.at(cursor) ? Indirections.elements(cursor) : List.of();
        Indirections.checkStar(cursor, indirection);
        return new InsertColumn(name, indirection, cursor.rangeFrom(start));
    }

    /** {@code OVERRIDING USER VALUE} or {@code SYSTEM VALUE}, or nothing. */
    static Overriding optOverriding(Cursor cursor) {
        if (!cursor.accept(Keyword.OVERRIDING)) {
            return Overriding.NONE;
        }
        Overriding overriding = Overriding.USER;
        if (!cursor.accept(Keyword.USER)) {
            cursor.expect(Keyword.SYSTEM);
            overriding = Overriding.SYSTEM;
        }
        cursor.expect(Keyword.VALUE);
        return overriding;
    }

    private static @Nullable OnConflict optOnConflict(Cursor cursor) {
        int start = cursor.start();
        if (!cursor.accept(Keyword.ON)) {
            return null;
        }
        cursor.expect(Keyword.CONFLICT);
        ConflictTarget target = optTarget(cursor);
        cursor.expect(Keyword.DO);
        if (cursor.accept(Keyword.NOTHING)) {
            return new OnConflict(target, false, List.of(), null, cursor.rangeFrom(start));
        }
        cursor.expect(Keyword.UPDATE, Keyword.SET);
        List<SetClause> set = setClauses(cursor);
        Expression where = cursor.accept(Keyword.WHERE) ? Expressions.aExpr(cursor) : null;
        return new OnConflict(target, true, set, where, cursor.rangeFrom(start));
    }

    /** opt_conf_expr, or null. */
    private static @Nullable ConflictTarget optTarget(Cursor cursor) {
        int start = cursor.start();
        if (cursor.accept(Keyword.ON)) {
            cursor.expect(Keyword.CONSTRAINT);
            Name constraint = Names.colId(cursor);
            return new ConflictTarget(List.of(), null, constraint, cursor.rangeFrom(start));
        }
        if (!cursor.at('(')) {
            return null;
        }
        List<IndexElement> elements = IndexParser.elements(cursor);
        Expression where = cursor.accept(Keyword.WHERE) ? Expressions.aExpr(cursor) : null;
        return new ConflictTarget(elements, where, null, cursor.rangeFrom(start));
    }

    /** set_clause_list. */
    static List<SetClause> setClauses(Cursor cursor) {
        return cursor.list(DmlParser::setClause);
    }

    private static SetClause setClause(Cursor cursor) {
        int start = cursor.start();
        boolean multiple = cursor.at('(');
        List<InsertColumn> targets = multiple ? columnList(cursor) : List.of(column(cursor));
        cursor.expect('=');
        Expression value = Expressions.aExpr(cursor);
        return new SetClause(targets, multiple, value, cursor.rangeFrom(start));
    }

    /** UpdateStmt. */
    static Statement update(Cursor cursor, @Nullable WithClause with, int start) {
        cursor.expect(Keyword.UPDATE);
        RangeVar table = FromParser.relationExprOptAlias(cursor);
        cursor.expect(Keyword.SET);
        List<SetClause> set = setClauses(cursor);
        List<FromItem> from = cursor.accept(Keyword.FROM) ? cursor.list(FromParser::tableRef) : List.of();
        Expression where = optWhereOrCurrent(cursor);
        List<ResTarget> returning = optReturning(cursor);
        return new Update(with, table, set, from, where, returning, cursor.rangeFrom(start));
    }

    /** DeleteStmt. */
    static Statement delete(Cursor cursor, @Nullable WithClause with, int start) {
        cursor.expect(Keyword.DELETE, Keyword.FROM);
        RangeVar table = FromParser.relationExprOptAlias(cursor);
        List<FromItem> using = cursor.accept(Keyword.USING) ? cursor.list(FromParser::tableRef) : List.of();
        Expression where = optWhereOrCurrent(cursor);
        List<ResTarget> returning = optReturning(cursor);
        return new Delete(with, table, using, where, returning, cursor.rangeFrom(start));
    }

    /** where_or_current_clause. */
    private static @Nullable Expression optWhereOrCurrent(Cursor cursor) {
        if (!cursor.accept(Keyword.WHERE)) {
            return null;
        }
        int start = cursor.start();
        if (!cursor.accept(Keyword.CURRENT, Keyword.OF)) {
            return Expressions.aExpr(cursor);
        }
        return new CurrentOf(Names.colId(cursor), cursor.rangeFrom(start));
    }

    /** returning_clause. */
    static List<ResTarget> optReturning(Cursor cursor) {
        if (!cursor.accept(Keyword.RETURNING)) {
            return List.of();
        }
        if (cursor.accept(Keyword.WITH)) {
            cursor.expect('(');
            do {
                if (!cursor.accept(Keyword.OLD)) {
                    cursor.expect(Keyword.NEW);
                }
                cursor.expect(Keyword.AS);
                Names.colId(cursor);
            } while (cursor.accept(','));
            cursor.expect(')');
        }
        return SelectParser.targetList(cursor);
    }
}
