package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.IndexStatement.Reindex;
import dev.pgmigrate.sql.ast.IndexStatement.Target;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SortBy;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses CREATE INDEX, REINDEX, and the elements that exclusion constraints and ON CONFLICT share with indexes. */
final class IndexParser {
    private IndexParser() {}

    /** IndexStmt, from INDEX on. */
    static Statement create(Cursor cursor, int start, boolean unique) {
        SourceRange keyword = cursor.range();
        cursor.expect(Keyword.INDEX);
        boolean concurrently = cursor.accept(Keyword.CONCURRENTLY);
        boolean ifNotExists = OptionParser.ifNotExists(cursor);
        Name name = null;
        if (ifNotExists || !cursor.at(Keyword.ON)) {
            name = Names.colId(cursor);
        }
        cursor.expect(Keyword.ON);
        RelationName table = RelationName.parse(cursor);
        Name method = cursor.accept(Keyword.USING) ? Names.colId(cursor) : null;
        List<IndexElement> elements = elements(cursor);
        List<IndexElement> including = cursor.accept(Keyword.INCLUDE) ? elements(cursor) : List.of();
        boolean nullsNotDistinct = ConstraintParser.optUniqueNullTreatment(cursor);
        List<DefElem> options = OptionParser.optWithReloptions(cursor);
        Name tablespace = cursor.accept(Keyword.TABLESPACE) ? Names.colId(cursor) : null;
        Expression where = cursor.accept(Keyword.WHERE) ? Expressions.aExpr(cursor) : null;
        return new CreateIndex(
                unique,
                keyword,
                concurrently,
                ifNotExists,
                name,
                table.only(),
                table.name(),
                method,
                elements,
                including,
                nullsNotDistinct,
                options,
                tablespace,
                where,
                cursor.rangeFrom(start));
    }

    static List<IndexElement> elements(Cursor cursor) {
        cursor.expect('(');
        List<IndexElement> elements = cursor.list(IndexParser::element);
        cursor.expect(')');
        return elements;
    }

    /** index_elem. */
    static IndexElement element(Cursor cursor) {
        int start = cursor.start();
        Name column = null;
        Expression expression = null;
        if (cursor.at('(')) {
            expression = ConstraintParser.parenthesized(cursor);
        } else if (atColumn(cursor)) {
            column = Names.colId(cursor);
        } else {
            expression = Expressions.funcExprWindowless(cursor);
        }
        ObjectName collation = ColumnParser.optCollate(cursor);
        ObjectName opclass = optAnyName(cursor);
        List<DefElem> opclassOptions = opclass != null && cursor.at('(') ? OptionParser.reloptions(cursor) : List.of();
        SortBy.Direction direction = SortParser.optAscDesc(cursor);
        SortBy.NullsOrder nulls = SortParser.optNullsOrder(cursor);
        return new IndexElement(
                column, expression, collation, opclass, opclassOptions, direction, nulls, cursor.rangeFrom(start));
    }

    /** Whether a column stands here and not a function: the name of one goes on with a parenthesis or a dot. */
    static boolean atColumn(Cursor cursor) {
        return Keywords.isColId(cursor.kind()) && cursor.peek(1) != '(' && cursor.peek(1) != '.';
    }

    /** opt_qualified_name: an operator class, or null. */
    static @Nullable ObjectName optAnyName(Cursor cursor) {
        return Keywords.isColId(cursor.kind()) ? Names.anyName(cursor) : null;
    }

    /** ReindexStmt. */
    static Statement reindex(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.REINDEX);
        List<DefElem> options = cursor.at('(') ? OptionParser.utilityOptions(cursor) : List.of();
        SourceRange keyword = cursor.range();
        Target target = switch (cursor.kind()) {
            case Keyword.INDEX -> Target.INDEX;
            case Keyword.TABLE -> Target.TABLE;
            case Keyword.SCHEMA -> Target.SCHEMA;
            case Keyword.SYSTEM -> Target.SYSTEM;
            case Keyword.DATABASE -> Target.DATABASE;
            default -> throw cursor.syntaxError();
        };
        cursor.advance();
        boolean concurrently = cursor.accept(Keyword.CONCURRENTLY);
        for (DefElem option : options) {
            concurrently |= option.is("concurrently") && option.isOn();
        }
        ObjectName name = null;
        switch (target) {
            case INDEX, TABLE -> name = Names.qualifiedName(cursor);
            case SCHEMA -> name = ObjectName.of(Names.colId(cursor));
            default -> name = Keywords.isColId(cursor.kind()) ? ObjectName.of(Names.colId(cursor)) : null;
        }
        return new Reindex(target, keyword, concurrently, name, options, cursor.rangeFrom(start));
    }
}
