package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.WithClause;
import dev.pgmigrate.sql.ast.WithClause.CommonTableExpr;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses common table expressions: with_clause of the grammar. */
final class WithParser {
    private WithParser() {}

    /** opt_with_clause, or null. */
    static @Nullable WithClause optWith(Cursor cursor) {
        int start = cursor.start();
        // WITH_LA: a table may be named time or ordinality.
        if (!cursor.accept(Keyword.WITH) && !cursor.accept(Token.WITH_LA)) {
            return null;
        }
        boolean recursive = cursor.at(Keyword.RECURSIVE) && cursor.peek(1) != Keyword.AS && cursor.peek(1) != '(';
        if (recursive) {
            cursor.advance();
        }
        List<CommonTableExpr> tables = cursor.list(WithParser::table);
        return new WithClause(recursive, tables, cursor.rangeFrom(start));
    }

    /** common_table_expr. */
    private static CommonTableExpr table(Cursor cursor) {
        int start = cursor.start();
        Name name = Names.colId(cursor);
        List<Name> columns = Names.optColumnList(cursor);
        cursor.expect(Keyword.AS);
        Boolean materialized = null;
        if (cursor.accept(Keyword.MATERIALIZED)) {
            materialized = true;
        } else if (cursor.accept(Keyword.NOT)) {
            cursor.expect(Keyword.MATERIALIZED);
            materialized = false;
        }
        cursor.expect('(');
        Statement statement = SelectParser.preparableStmt(cursor);
        cursor.expect(')');
        List<Name> generated = new ArrayList<>(2);
        optSearch(cursor, generated);
        optCycle(cursor, generated);
        return new CommonTableExpr(name, columns, materialized, statement, generated, cursor.rangeFrom(start));
    }

    private static void optSearch(Cursor cursor, List<Name> generated) {
        if (!cursor.accept(Keyword.SEARCH)) {
            return;
        }
        if (!cursor.accept(Keyword.DEPTH)) {
            cursor.expect(Keyword.BREADTH);
        }
        cursor.expect(Keyword.FIRST, Keyword.BY);
        Names.nameList(cursor);
        cursor.expect(Keyword.SET);
        generated.add(Names.colId(cursor));
    }

    private static void optCycle(Cursor cursor, List<Name> generated) {
        if (!cursor.accept(Keyword.CYCLE)) {
            return;
        }
        Names.nameList(cursor);
        cursor.expect(Keyword.SET);
        generated.add(Names.colId(cursor));
        if (cursor.accept(Keyword.TO)) {
            Primaries.literal(cursor);
            cursor.expect(Keyword.DEFAULT);
            Primaries.literal(cursor);
        }
        cursor.expect(Keyword.USING);
        generated.add(Names.colId(cursor));
    }
}
