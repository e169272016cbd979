package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionExpression.WindowDef;
import dev.pgmigrate.sql.ast.JsonExpression.JsonArrayQuery;
import dev.pgmigrate.sql.ast.JsonExpression.JsonCall;
import dev.pgmigrate.sql.ast.JsonExpression.JsonKind;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses the SQL/JSON functions (manual, 9.16 "JSON Functions and Operators"). */
final class JsonParser {
    private JsonParser() {}

    /** Returns whether one of the functions without a window stands here. */
    static boolean atFunction(Cursor cursor) {
        if (cursor.peek(1) != '(') {
            return false;
        }
        return switch (cursor.kind()) {
            case Keyword.JSON,
                    Keyword.JSON_SCALAR,
                    Keyword.JSON_SERIALIZE,
                    Keyword.JSON_OBJECT,
                    Keyword.JSON_ARRAY,
                    Keyword.JSON_EXISTS,
                    Keyword.JSON_QUERY,
                    Keyword.JSON_VALUE -> true;
            default -> false;
        };
    }

    static boolean atAggregate(Cursor cursor) {
        return (cursor.at(Keyword.JSON_OBJECTAGG) || cursor.at(Keyword.JSON_ARRAYAGG)) && cursor.peek(1) == '(';
    }

    static Expression function(Cursor cursor) {
        int start = cursor.start();
        int kind = cursor.kind();
        if (kind == Keyword.JSON_OBJECT) {
            return object(cursor, start);
        }
        if (kind == Keyword.JSON_ARRAY) {
            return array(cursor, start);
        }
        cursor.expect(kind, '(');
        List<Expression> arguments = new ArrayList<>();
        TypeName returning = null;
        JsonKind json;
        switch (kind) {
            case Keyword.JSON -> {
                json = JsonKind.JSON;
                arguments.add(value(cursor));
                optKeyUniqueness(cursor);
            }
            case Keyword.JSON_SCALAR -> {
                json = JsonKind.JSON_SCALAR;
                arguments.add(Expressions.aExpr(cursor));
            }
            case Keyword.JSON_SERIALIZE -> {
                json = JsonKind.JSON_SERIALIZE;
                arguments.add(value(cursor));
                returning = optReturning(cursor);
            }
            case Keyword.JSON_EXISTS -> {
                json = JsonKind.JSON_EXISTS;
                context(cursor, arguments);
                optOnError(cursor);
            }
            case Keyword.JSON_QUERY -> {
                json = JsonKind.JSON_QUERY;
                context(cursor, arguments);
                returning = optReturning(cursor);
                optWrapper(cursor);
                optQuotes(cursor);
                optBehaviors(cursor, arguments);
            }
            default -> {
                json = JsonKind.JSON_VALUE;
                context(cursor, arguments);
                returning = optReturning(cursor);
                optBehaviors(cursor, arguments);
            }
        }
        cursor.expect(')');
        return new JsonCall(json, arguments, returning, null, null, cursor.rangeFrom(start));
    }

    /** json_aggregate_func, with its FILTER and OVER where {@code windows} allows them. */
    static Expression aggregate(Cursor cursor, boolean windows) {
        int start = cursor.start();
        JsonKind kind = cursor.at(Keyword.JSON_OBJECTAGG) ? JsonKind.JSON_OBJECTAGG : JsonKind.JSON_ARRAYAGG;
        cursor.advance();
        cursor.expect('(');
        List<Expression> arguments = new ArrayList<>();
        if (kind == JsonKind.JSON_OBJECTAGG) {
            nameAndValue(cursor, arguments);
            optNullClause(cursor);
            optKeyUniqueness(cursor);
        } else {
            arguments.add(value(cursor));
            SortParser.optSortClause(cursor).forEach(item -> arguments.add(item.expression()));
            optNullClause(cursor);
        }
        TypeName returning = optReturning(cursor);
        cursor.expect(')');
        Expression filter = windows ? Calls.optFilter(cursor) : null;
        WindowDef over = windows ? Windows.optOver(cursor) : null;
        return new JsonCall(kind, arguments, returning, filter, over, cursor.rangeFrom(start));
    }

    /** JSON_OBJECT: pairs, or the arguments of the function of that name. */
    private static Expression object(Cursor cursor, int start) {
        var place = cursor.range();
        cursor.expect(Keyword.JSON_OBJECT, '(');
        List<Expression> arguments = new ArrayList<>();
        if (!cursor.at(')') && !cursor.at(Keyword.RETURNING)) {
            Expression first = Calls.atNamedArgument(cursor) ? Calls.argument(cursor) : name(cursor);
            boolean plain = first instanceof Expression.NamedArg || !atPairSign(cursor);
            if (plain) {
                arguments.add(first);
                while (cursor.accept(',')) {
                    arguments.add(Calls.argument(cursor));
                }
                cursor.expect(')');
                return new FuncCall(
                        TypeParser.systemName("json_object", place),
                        arguments,
                        false,
                        false,
                        false,
                        List.of(),
                        false,
                        null,
                        null,
                        cursor.rangeFrom(start));
            }
            pairValue(cursor, first, arguments);
            while (cursor.accept(',')) {
                nameAndValue(cursor, arguments);
            }
            optNullClause(cursor);
            optKeyUniqueness(cursor);
        }
        TypeName returning = optReturning(cursor);
        cursor.expect(')');
        return new JsonCall(JsonKind.JSON_OBJECT, arguments, returning, null, null, cursor.rangeFrom(start));
    }

    private static Expression array(Cursor cursor, int start) {
        cursor.expect(Keyword.JSON_ARRAY, '(');
        if (SelectParser.atSelect(cursor)) {
            SelectStatement select = SelectParser.selectNoParens(cursor);
            optFormat(cursor);
            TypeName returning = optReturning(cursor);
            cursor.expect(')');
            return new JsonArrayQuery(select, returning, cursor.rangeFrom(start));
        }
        List<Expression> arguments = List.of();
        if (!cursor.at(')') && !cursor.at(Keyword.RETURNING)) {
            arguments = cursor.list(JsonParser::value);
            optNullClause(cursor);
        }
        TypeName returning = optReturning(cursor);
        cursor.expect(')');
        return new JsonCall(JsonKind.JSON_ARRAY, arguments, returning, null, null, cursor.rangeFrom(start));
    }

    private static boolean atPairSign(Cursor cursor) {
        return cursor.at(':') || cursor.at(Keyword.VALUE);
    }

    /** json_name_and_value: {@code name : value}, or {@code name VALUE value} with a c_expr as its name. */
    private static void nameAndValue(Cursor cursor, List<Expression> arguments) {
        pairValue(cursor, name(cursor), arguments);
    }

    private static void pairValue(Cursor cursor, Expression name, List<Expression> arguments) {
        arguments.add(name);
        if (!cursor.accept(Keyword.VALUE)) {
            cursor.expect(':');
        }
        arguments.add(value(cursor));
    }

    /** An a_expr that VALUE may follow only where it is a c_expr. */
    private static Expression name(Cursor cursor) {
        return Expressions.aExprOrCExpr(cursor, Keyword.VALUE, Keyword.VALUE);
    }

    /** json_value_expr. */
    static Expression value(Cursor cursor) {
        Expression value = Expressions.aExpr(cursor);
        optFormat(cursor);
        return value;
    }

    /** json_format_clause_opt. */
    static boolean optFormat(Cursor cursor) {
        if (!cursor.accept(Token.FORMAT_LA)) {
            return false;
        }
        cursor.expect(Keyword.JSON);
        if (cursor.accept(Keyword.ENCODING)) {
            Name encoding = Names.colId(cursor);
            switch (encoding.text().toLowerCase(Locale.ROOT)) {
                case "utf8", "utf16", "utf32" -> {}
                default -> throw cursor.error("unrecognized JSON encoding: " + encoding, encoding.range());
            }
        }
        return true;
    }

    private static @Nullable TypeName optReturning(Cursor cursor) {
        if (!cursor.accept(Keyword.RETURNING)) {
            return null;
        }
        TypeName type = TypeParser.typename(cursor);
        optFormat(cursor);
        return type;
    }

    /** NULL ON NULL or ABSENT ON NULL. */
    private static void optNullClause(Cursor cursor) {
        if (cursor.accept(Keyword.NULL) || cursor.accept(Keyword.ABSENT)) {
            cursor.expect(Keyword.ON, Keyword.NULL);
        }
    }

    /** json_key_uniqueness_constraint_opt. */
    static void optKeyUniqueness(Cursor cursor) {
        if (cursor.accept(Keyword.WITH) || cursor.accept(Keyword.WITHOUT)) {
            cursor.expect(Keyword.UNIQUE);
            cursor.accept(Keyword.KEYS);
        }
    }

    /** The document, the path, and PASSING. */
    private static void context(Cursor cursor, List<Expression> arguments) {
        arguments.add(value(cursor));
        cursor.expect(',');
        arguments.add(Expressions.aExpr(cursor));
        optPassing(cursor, arguments);
    }

    static void optPassing(Cursor cursor, List<Expression> arguments) {
        if (!cursor.accept(Keyword.PASSING)) {
            return;
        }
        do {
            arguments.add(value(cursor));
            cursor.expect(Keyword.AS);
            Names.colLabel(cursor);
        } while (cursor.accept(','));
    }

    /** json_wrapper_behavior. */
    static void optWrapper(Cursor cursor) {
        if (cursor.accept(Keyword.WITHOUT)) {
            cursor.accept(Keyword.ARRAY);
            cursor.expect(Keyword.WRAPPER);
        } else if (cursor.accept(Keyword.WITH)) {
            if (!cursor.accept(Keyword.CONDITIONAL)) {
                cursor.accept(Keyword.UNCONDITIONAL);
            }
            cursor.accept(Keyword.ARRAY);
            cursor.expect(Keyword.WRAPPER);
        }
    }

    /** json_quotes_clause_opt. */
    static void optQuotes(Cursor cursor) {
        if (cursor.accept(Keyword.KEEP) || cursor.accept(Keyword.OMIT)) {
            cursor.expect(Keyword.QUOTES);
            if (cursor.accept(Keyword.ON)) {
                cursor.expect(Keyword.SCALAR, Keyword.STRING);
            }
        }
    }

    /** json_behavior_clause_opt. */
    static void optBehaviors(Cursor cursor, List<Expression> arguments) {
        if (!optBehavior(cursor, arguments)) {
            return;
        }
        cursor.expect(Keyword.ON);
        if (cursor.accept(Keyword.ERROR)) {
            return;
        }
        cursor.expect(Keyword.EMPTY);
        if (optBehavior(cursor, arguments)) {
            cursor.expect(Keyword.ON, Keyword.ERROR);
        }
    }

    /** json_on_error_clause_opt. */
    static void optOnError(Cursor cursor) {
        if (optBehavior(cursor, new ArrayList<>())) {
            cursor.expect(Keyword.ON, Keyword.ERROR);
        }
    }

    private static boolean optBehavior(Cursor cursor, List<Expression> arguments) {
        switch (cursor.kind()) {
            case Keyword.DEFAULT -> {
                cursor.advance();
                arguments.add(Expressions.aExpr(cursor));
            }
            case Keyword.ERROR, Keyword.NULL, Keyword.TRUE, Keyword.FALSE, Keyword.UNKNOWN -> cursor.advance();
            case Keyword.EMPTY -> {
                cursor.advance();
                if (!cursor.accept(Keyword.ARRAY)) {
                    cursor.accept(Keyword.OBJECT);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
