package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.SortBy;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatisticsStatement.AlterStatistics;
import dev.pgmigrate.sql.ast.StatisticsStatement.CreateStatistics;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.parser.AlterObjectParser.Form;
import java.util.List;

/** Parses CREATE STATISTICS and ALTER STATISTICS. */
final class StatisticsParser {
    private StatisticsParser() {}

    /** CreateStatsStmt, behind STATISTICS. */
    static Statement create(Cursor cursor, int start) {
        boolean ifNotExists = OptionParser.ifNotExists(cursor);
        ObjectName name = null;
        if (ifNotExists || Keywords.isColId(cursor.kind())) {
            name = Names.anyName(cursor);
        }
        List<Name> kinds = Names.optColumnList(cursor);
        cursor.expect(Keyword.ON);
        List<IndexElement> elements = cursor.list(StatisticsParser::element);
        cursor.expect(Keyword.FROM);
        List<? extends Node> from = cursor.list(FromParser::tableRef);
        return new CreateStatistics(ifNotExists, name, kinds, elements, from, cursor.rangeFrom(start));
    }

    /** stats_param. */
    private static IndexElement element(Cursor cursor) {
        int start = cursor.start();
        Name column = null;
        Expression expression = null;
        if (cursor.at('(')) {
            expression = ConstraintParser.parenthesized(cursor);
        } else if (IndexParser.atColumn(cursor)) {
            column = Names.colId(cursor);
        } else {
            expression = Expressions.funcExprWindowless(cursor);
        }
        return new IndexElement(
                column,
                expression,
                null,
                null,
                List.of(),
                SortBy.Direction.DEFAULT,
                SortBy.NullsOrder.DEFAULT,
                cursor.rangeFrom(start));
    }

    /** AlterStatsStmt and the general forms, behind STATISTICS. */
    static Statement alter(Cursor cursor, int start) {
        boolean ifExists = OptionParser.ifExists(cursor);
        ObjectReference object = ObjectReferenceParser.anyName(cursor, ObjectType.STATISTICS);
        if (ifExists || cursor.at(Keyword.SET, Keyword.STATISTICS)) {
            cursor.expect(Keyword.SET);
            cursor.expect(Keyword.STATISTICS);
            Integer target = AlterColumnParser.statisticsTarget(cursor);
            return new AlterStatistics(ifExists, object.name(), target, cursor.rangeFrom(start));
        }
        return AlterObjectParser.alter(cursor, start, object, Form.RENAME, Form.OWNER, Form.SCHEMA);
    }
}
