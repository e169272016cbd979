package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.DmlStatement.InsertColumn;
import dev.pgmigrate.sql.ast.DmlStatement.MatchKind;
import dev.pgmigrate.sql.ast.DmlStatement.Merge;
import dev.pgmigrate.sql.ast.DmlStatement.MergeAction;
import dev.pgmigrate.sql.ast.DmlStatement.MergeWhen;
import dev.pgmigrate.sql.ast.DmlStatement.Overriding;
import dev.pgmigrate.sql.ast.DmlStatement.SetClause;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.SelectStatement.ResTarget;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.WithClause;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses MERGE. */
final class MergeParser {
    private MergeParser() {}

    /** MergeStmt. */
    static Statement merge(Cursor cursor, @Nullable WithClause with, int start) {
        cursor.expect(Keyword.MERGE, Keyword.INTO);
        RangeVar table = FromParser.relationExprOptAlias(cursor);
        cursor.expect(Keyword.USING);
        FromItem source = FromParser.tableRef(cursor);
        cursor.expect(Keyword.ON);
        Expression on = Expressions.aExpr(cursor);
        List<MergeWhen> whens = new ArrayList<>();
        do {
            whens.add(when(cursor));
        } while (cursor.at(Keyword.WHEN));
        List<ResTarget> returning = DmlParser.optReturning(cursor);
        return new Merge(with, table, source, on, whens, returning, cursor.rangeFrom(start));
    }

    /** merge_when_clause. */
    private static MergeWhen when(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.WHEN);
        MatchKind match = match(cursor);
        Expression condition = cursor.accept(Keyword.AND) ? Expressions.aExpr(cursor) : null;
        cursor.expect(Keyword.THEN);
        MergeAction action = MergeAction.NOTHING;
        List<SetClause> set = List.of();
        List<InsertColumn> columns = List.of();
        Overriding overriding = Overriding.NONE;
        List<Expression> values = List.of();
        boolean insert = match == MatchKind.NOT_MATCHED_BY_TARGET;
        if (insert && cursor.accept(Keyword.INSERT)) {
            action = MergeAction.INSERT;
            if (cursor.accept(Keyword.DEFAULT)) {
                cursor.expect(Keyword.VALUES);
            } else {
                columns = cursor.at('(') ? DmlParser.columnList(cursor) : List.of();
                overriding = DmlParser.optOverriding(cursor);
                cursor.expect(Keyword.VALUES);
                cursor.expect('(');
                values = Expressions.exprList(cursor);
                cursor.expect(')');
            }
        } else if (!insert && cursor.accept(Keyword.UPDATE)) {
            action = MergeAction.UPDATE;
            cursor.expect(Keyword.SET);
            set = DmlParser.setClauses(cursor);
        } else if (!insert && cursor.accept(Keyword.DELETE)) {
            action = MergeAction.DELETE;
        } else {
            cursor.expect(Keyword.DO);
            cursor.expect(Keyword.NOTHING);
        }
        return new MergeWhen(match, condition, action, set, columns, overriding, values, cursor.rangeFrom(start));
    }

    private static MatchKind match(Cursor cursor) {
        if (cursor.accept(Keyword.MATCHED)) {
            return MatchKind.MATCHED;
        }
        cursor.expect(Keyword.NOT);
        cursor.expect(Keyword.MATCHED);
        if (!cursor.accept(Keyword.BY)) {
            return MatchKind.NOT_MATCHED_BY_TARGET;
        }
        if (cursor.accept(Keyword.SOURCE)) {
            return MatchKind.NOT_MATCHED_BY_SOURCE;
        }
        cursor.expect(Keyword.TARGET);
        return MatchKind.NOT_MATCHED_BY_TARGET;
    }
}
