package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.Constant;
import dev.pgmigrate.sql.ast.Expression.NamedArg;
import dev.pgmigrate.sql.ast.Expression.TypeCast;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionExpression.WindowDef;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SortBy;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses calls of functions: func_application, with WITHIN GROUP, FILTER and OVER (func_expr). */
final class Calls {
    private Calls() {}

    /** func_expr. */
    static Expression funcExpr(Cursor cursor) {
        if (JsonParser.atAggregate(cursor)) {
            return JsonParser.aggregate(cursor, true);
        }
        if (SpecialCalls.at(cursor)) {
            return SpecialCalls.parse(cursor);
        }
        int start = cursor.start();
        return aggregateEndings(cursor, application(cursor, name(cursor), start), start);
    }

    /** func_expr_windowless. */
    static Expression funcExprWindowless(Cursor cursor) {
        if (JsonParser.atAggregate(cursor)) {
            return JsonParser.aggregate(cursor, false);
        }
        if (SpecialCalls.at(cursor)) {
            return SpecialCalls.parse(cursor);
        }
        int start = cursor.start();
        return application(cursor, name(cursor), start);
    }

    /** func_application behind a name that is read already. */
    static FuncCall applicationOf(Cursor cursor, ObjectName name) {
        return application(cursor, name, name.range().start());
    }

    /** func_name. */
    static ObjectName name(Cursor cursor) {
        int kind = cursor.kind();
        if (Keywords.isColId(kind) && (cursor.peek(1) == '.' || cursor.peek(1) == '[')) {
            Name first = cursor.takeName();
            return Primaries.functionName(cursor, first, Indirections.elements(cursor));
        }
        if (Keywords.isColId(kind) && !Keywords.isTypeFunctionName(kind)) {
            // Such a word begins a name that a dot goes on with, so the error is what stands there instead.
            cursor.advance();
            throw cursor.syntaxError();
        }
        Name name = Names.typeFunctionName(cursor);
        return new ObjectName(List.of(name), name.range());
    }

    /** Behind a func_name: the arguments of a call, or the string of {@code type 'literal'}. */
    static Expression callOrTypedConstant(Cursor cursor, ObjectName name, int start) {
        if (cursor.at(Token.SCONST)) {
            return typed(cursor, name, List.of(), start);
        }
        FuncCall call = application(cursor, name, start);
        if (cursor.at(Token.SCONST) && isPlain(call)) {
            for (Expression argument : call.arguments()) {
                if (argument instanceof NamedArg) {
                    throw cursor.error("type modifier cannot have parameter name", argument.range());
                }
            }
            if (!call.orderBy().isEmpty()) {
                throw cursor.error("type modifier cannot have ORDER BY", cursor.rangeBack(Keyword.ORDER));
            }
            return typed(cursor, name, call.arguments(), start);
        }
        return aggregateEndings(cursor, call, start);
    }

    private static boolean isPlain(FuncCall call) {
        return !call.star()
                && !call.distinct()
                && !call.variadic()
                && !call.arguments().isEmpty();
    }

    private static Expression typed(Cursor cursor, ObjectName name, List<Expression> modifiers, int start) {
        SourceRange place = cursor.rangeFrom(start);
        Constant value = Primaries.string(cursor);
        TypeName type = new TypeName(name, modifiers, List.of(), null, false, false, place);
        return new TypeCast(value, type, cursor.rangeFrom(start));
    }

    private static FuncCall application(Cursor cursor, ObjectName name, int start) {
        cursor.enter();
        cursor.expect('(');
        boolean star = false;
        boolean distinct = false;
        boolean variadic = false;
        List<Expression> arguments = List.of();
        List<SortBy> orderBy = List.of();
        if (cursor.accept('*')) {
            star = true;
        } else if (!cursor.at(')')) {
            boolean quantified = cursor.at(Keyword.DISTINCT) || cursor.at(Keyword.ALL);
            distinct = cursor.accept(Keyword.DISTINCT);
            if (quantified && !distinct) {
                cursor.advance();
            }
            arguments = new ArrayList<>(4);
            do {
                variadic = !quantified && cursor.accept(Keyword.VARIADIC);
                arguments.add(argument(cursor));
            } while (!variadic && cursor.accept(','));
            orderBy = SortParser.optSortClause(cursor);
        }
        cursor.expect(')');
        cursor.leave();
        return new FuncCall(
                name, arguments, star, distinct, variadic, orderBy, false, null, null, cursor.rangeFrom(start));
    }

    /** func_arg_expr: a value, or {@code name => value}. */
    static Expression argument(Cursor cursor) {
        if (atNamedArgument(cursor)) {
            int start = cursor.start();
            Name name = cursor.takeName();
            cursor.advance();
            return new NamedArg(name, Expressions.aExpr(cursor), cursor.rangeFrom(start));
        }
        return Expressions.aExpr(cursor);
    }

    static boolean atNamedArgument(Cursor cursor) {
        int next = cursor.peek(1);
        return (next == Token.EQUALS_GREATER || next == Token.COLON_EQUALS)
                && Keywords.isTypeFunctionName(cursor.kind());
    }

    private static FuncCall aggregateEndings(Cursor cursor, FuncCall call, int start) {
        int token = cursor.kind();
        if (token != Keyword.WITHIN && token != Keyword.FILTER && token != Keyword.OVER) {
            return call;
        }
        List<SortBy> orderBy = call.orderBy();
        boolean withinGroup = cursor.at(Keyword.WITHIN);
        if (withinGroup) {
            orderBy = withinGroup(cursor, call);
        }
        Expression filter = optFilter(cursor);
        WindowDef over = Windows.optOver(cursor);
        return new FuncCall(
                call.name(),
                call.arguments(),
                call.star(),
                call.distinct(),
                call.variadic(),
                orderBy,
                withinGroup,
                filter,
                over,
                cursor.rangeFrom(start));
    }

    private static List<SortBy> withinGroup(Cursor cursor, FuncCall call) {
        SourceRange place = cursor.range();
        cursor.expect(Keyword.WITHIN, Keyword.GROUP);
        cursor.expect('(');
        cursor.expect(Keyword.ORDER, Keyword.BY);
        List<SortBy> orderBy = SortParser.sortbyList(cursor);
        cursor.expect(')');
        if (!call.orderBy().isEmpty()) {
            throw cursor.error("cannot use multiple ORDER BY clauses with WITHIN GROUP", place);
        }
        if (call.distinct()) {
            throw cursor.error("cannot use DISTINCT with WITHIN GROUP", place);
        }
        if (call.variadic()) {
            throw cursor.error("cannot use VARIADIC with WITHIN GROUP", place);
        }
        return orderBy;
    }

    /** filter_clause, or null. */
    static @Nullable Expression optFilter(Cursor cursor) {
        if (!cursor.accept(Keyword.FILTER)) {
            return null;
        }
        cursor.expect('(', Keyword.WHERE);
        Expression condition = Expressions.aExpr(cursor);
        cursor.expect(')');
        return condition;
    }
}
