package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionParameter.Mode;
import dev.pgmigrate.sql.ast.FunctionStatement.AlterFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.CallStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses CREATE and ALTER of functions and procedures, DO and CALL. */
final class FunctionParser {
    private FunctionParser() {}

    /** CreateFunctionStmt, from FUNCTION or PROCEDURE on. */
    static Statement create(Cursor cursor, int start, boolean orReplace) {
        boolean procedure = cursor.at(Keyword.PROCEDURE);
        cursor.advance();
        ObjectName name = Calls.name(cursor);
        List<FunctionParameter> parameters = parameters(cursor);
        TypeName returns = null;
        boolean returnsSet = false;
        List<FunctionParameter> columns = List.of();
        if (!procedure && cursor.at(Keyword.RETURNS) && cursor.peek(1) != Keyword.NULL) {
            cursor.advance();
            if (cursor.accept(Keyword.TABLE)) {
                columns = tableColumns(cursor);
                returnsSet = true;
            } else {
                returns = TypeParser.funcType(cursor);
                returnsSet = returns.setOf();
            }
        }
        List<FunctionOption> options = new ArrayList<>();
        FunctionBody body = null;
        while (true) {
            if (cursor.accept(Keyword.AS)) {
                body = source(cursor);
            } else if (FunctionOptionParser.atOption(cursor)) {
                options.add(FunctionOptionParser.option(cursor));
            } else {
                break;
            }
        }
        FunctionBody standard = routineBody(cursor);
        return new CreateFunction(
                orReplace,
                procedure,
                name,
                parameters,
                returns,
                returnsSet,
                columns,
                List.copyOf(options),
                standard == null ? body : standard,
                cursor.rangeFrom(start));
    }

    /** func_args_with_defaults. */
    private static List<FunctionParameter> parameters(Cursor cursor) {
        cursor.expect('(');
        if (cursor.accept(')')) {
            return List.of();
        }
        List<FunctionParameter> parameters = cursor.list(FunctionParser::parameter);
        cursor.expect(')');
        return parameters;
    }

    private static FunctionParameter parameter(Cursor cursor) {
        int start = cursor.start();
        FunctionParameter plain = SignatureParser.parameter(cursor);
        if (!cursor.accept(Keyword.DEFAULT) && !cursor.accept('=')) {
            return plain;
        }
        Expression value = Expressions.aExpr(cursor);
        return new FunctionParameter(plain.mode(), plain.name(), plain.type(), value, cursor.rangeFrom(start));
    }

    private static List<FunctionParameter> tableColumns(Cursor cursor) {
        cursor.expect('(');
        List<FunctionParameter> columns = cursor.list(FunctionParser::tableColumn);
        cursor.expect(')');
        return columns;
    }

    private static FunctionParameter tableColumn(Cursor cursor) {
        int start = cursor.start();
        Name name = Names.typeFunctionName(cursor);
        TypeName type = TypeParser.funcType(cursor);
        return new FunctionParameter(Mode.TABLE, name, type, null, cursor.rangeFrom(start));
    }

    /** func_as. */
    private static FunctionBody source(Cursor cursor) {
        SourceRange place = cursor.range();
        String text = Names.sconst(cursor);
        if (!cursor.accept(',')) {
            return new FunctionBody.Source(text, place);
        }
        String symbol = Names.sconst(cursor);
        return new FunctionBody.Library(text, symbol, cursor.rangeFrom(place.start()));
    }

    /** opt_routine_body. */
    private static @Nullable FunctionBody routineBody(Cursor cursor) {
        int start = cursor.start();
        if (cursor.at(Keyword.RETURN)) {
            return returnStatement(cursor);
        }
        if (!cursor.accept(Keyword.BEGIN)) {
            return null;
        }
        cursor.expect(Keyword.ATOMIC);
        List<Statement> statements = new ArrayList<>();
        while (!cursor.accept(Keyword.END)) {
            if (!cursor.at(';')) {
                statements.add(bodyStatement(cursor));
            }
            cursor.expect(';');
        }
        return new FunctionBody.Statements(List.copyOf(statements), cursor.rangeFrom(start));
    }

    private static Statement bodyStatement(Cursor cursor) {
        return cursor.at(Keyword.RETURN) ? returnStatement(cursor) : StatementParser.statement(cursor);
    }

    /** ReturnStmt. */
    private static FunctionBody.Return returnStatement(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.RETURN);
        Expression expression = Expressions.aExpr(cursor);
        return new FunctionBody.Return(expression, cursor.rangeFrom(start));
    }

    /** AlterFunctionStmt and the general forms of ALTER, from FUNCTION, PROCEDURE or ROUTINE on. */
    static Statement alter(Cursor cursor, int start) {
        ObjectType type = routineType(cursor);
        ObjectReference function = SignatureParser.function(cursor, type);
        boolean schema = cursor.at(Keyword.SET, Keyword.SCHEMA) && Keywords.isColId(cursor.peek(2));
        if (schema || !FunctionOptionParser.atCommonOption(cursor)) {
            return AlterObjectParser.alter(
                    cursor,
                    start,
                    function,
                    AlterObjectParser.Form.RENAME,
                    AlterObjectParser.Form.OWNER,
                    AlterObjectParser.Form.SCHEMA,
                    AlterObjectParser.Form.DEPENDS);
        }
        List<FunctionOption> options = new ArrayList<>();
        do {
            options.add(FunctionOptionParser.commonOption(cursor));
        } while (FunctionOptionParser.atCommonOption(cursor));
        cursor.accept(Keyword.RESTRICT);
        return new AlterFunction(function, List.copyOf(options), cursor.rangeFrom(start));
    }

    /** Takes FUNCTION, PROCEDURE or ROUTINE. */
    static ObjectType routineType(Cursor cursor) {
        ObjectType type = switch (cursor.kind()) {
            case Keyword.FUNCTION -> ObjectType.FUNCTION;
            case Keyword.PROCEDURE -> ObjectType.PROCEDURE;
            case Keyword.ROUTINE -> ObjectType.ROUTINE;
            default -> throw cursor.syntaxError();
        };
        cursor.advance();
        return type;
    }

    /** DoStmt. */
    static Statement doStatement(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.DO);
        String language = null;
        FunctionBody.Source body = null;
        do {
            SourceRange place = cursor.range();
            if (cursor.accept(Keyword.LANGUAGE)) {
                language = OptionParser.wordOrString(cursor);
            } else {
                body = new FunctionBody.Source(Names.sconst(cursor), place);
            }
        } while (cursor.at(Keyword.LANGUAGE) || cursor.at(Token.SCONST));
        return new DoStatement(language, body, cursor.rangeFrom(start));
    }

    /** CallStmt. */
    static Statement call(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.CALL);
        Expression call = Calls.applicationOf(cursor, Calls.name(cursor));
        return new CallStatement(call, cursor.rangeFrom(start));
    }
}
