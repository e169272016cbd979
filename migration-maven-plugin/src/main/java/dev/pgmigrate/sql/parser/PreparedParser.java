package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.PreparedStatement.Deallocate;
import dev.pgmigrate.sql.ast.PreparedStatement.Execute;
import dev.pgmigrate.sql.ast.PreparedStatement.Explain;
import dev.pgmigrate.sql.ast.PreparedStatement.Prepare;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.List;

/** Parses PREPARE, EXECUTE, DEALLOCATE and EXPLAIN. */
final class PreparedParser {
    private PreparedParser() {}

    /** PrepareStmt and PREPARE TRANSACTION. */
    static Statement prepare(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.PREPARE);
        if (cursor.at(Keyword.TRANSACTION, Token.SCONST)) {
            cursor.advance();
            return TransactionParser.prepare(cursor, start);
        }
        Name name = Names.colId(cursor);
        List<TypeName> types = List.of();
        if (cursor.accept('(')) {
            types = cursor.list(TypeParser::typename);
            cursor.expect(')');
        }
        cursor.expect(Keyword.AS);
        Statement query = SelectParser.preparableStmt(cursor);
        return new Prepare(name, types, query, cursor.rangeFrom(start));
    }

    /** ExecuteStmt. */
    static Statement execute(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.EXECUTE);
        Name name = Names.colId(cursor);
        List<Expression> arguments = List.of();
        if (cursor.accept('(')) {
            arguments = Expressions.exprList(cursor);
            cursor.expect(')');
        }
        return new Execute(name, arguments, cursor.rangeFrom(start));
    }

    /** DeallocateStmt. */
    static Statement deallocate(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.DEALLOCATE);
        // A prepared statement may be named prepare.
        if (cursor.peek(1) == Keyword.ALL || Keywords.isColId(cursor.peek(1))) {
            cursor.accept(Keyword.PREPARE);
        }
        Name name = cursor.accept(Keyword.ALL) ? null : Names.colId(cursor);
        return new Deallocate(name, cursor.rangeFrom(start));
    }

    /** ExplainStmt. */
    static Statement explain(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.EXPLAIN);
        List<DefElem> options = List.of();
        if (cursor.at('(') && !atQuery(cursor)) {
            options = OptionParser.utilityOptions(cursor);
        } else {
            options = MaintenanceParser.analyzeVerbose(cursor);
        }
        Statement statement = explainable(cursor);
        return new Explain(options, statement, cursor.rangeFrom(start));
    }

    /** Whether the parenthesis here opens a query and no options. */
    private static boolean atQuery(Cursor cursor) {
        return switch (cursor.peek(1)) {
            case Keyword.SELECT, Keyword.TABLE, Keyword.WITH, Token.WITH_LA, '(' -> true;
            case Keyword.VALUES -> cursor.peek(2) == '(';
            default -> false;
        };
    }

    /** ExplainableStmt. */
    private static Statement explainable(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.CREATE -> CreateParser.createAs(cursor);
            case Keyword.DECLARE -> CursorParser.declare(cursor);
            case Keyword.EXECUTE -> execute(cursor);
            case Keyword.REFRESH -> ViewParser.refresh(cursor);
            default -> SelectParser.preparableStmt(cursor);
        };
    }
}
