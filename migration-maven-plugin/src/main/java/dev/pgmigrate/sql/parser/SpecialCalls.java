package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.Constant;
import dev.pgmigrate.sql.ast.Expression.ConstantKind;
import dev.pgmigrate.sql.ast.Expression.NamedArg;
import dev.pgmigrate.sql.ast.Expression.TypeCast;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionExpression.SpecialCall;
import dev.pgmigrate.sql.ast.FunctionExpression.SpecialKind;
import dev.pgmigrate.sql.ast.FunctionExpression.SqlValueFunction;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parses the functions that have a syntax of their own: func_expr_common_subexpr of the grammar. */
final class SpecialCalls {
    private SpecialCalls() {}

    /** Returns whether such a function stands here, and not a column or a type that is named like it. */
    static boolean at(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.CURRENT_DATE,
                    Keyword.CURRENT_TIME,
                    Keyword.CURRENT_TIMESTAMP,
                    Keyword.LOCALTIME,
                    Keyword.LOCALTIMESTAMP,
                    Keyword.CURRENT_ROLE,
                    Keyword.CURRENT_USER,
                    Keyword.SESSION_USER,
                    Keyword.SYSTEM_USER,
                    Keyword.USER,
                    Keyword.CURRENT_CATALOG,
                    Keyword.CAST -> true;
            case Keyword.CURRENT_SCHEMA -> cursor.peek(1) != '(' && cursor.peek(1) != Token.SCONST;
            case Keyword.COLLATION -> cursor.peek(1) == Keyword.FOR;
            case Keyword.EXTRACT,
                    Keyword.NORMALIZE,
                    Keyword.OVERLAY,
                    Keyword.POSITION,
                    Keyword.SUBSTRING,
                    Keyword.TREAT,
                    Keyword.TRIM,
                    Keyword.NULLIF,
                    Keyword.GREATEST,
                    Keyword.LEAST,
                    Keyword.COALESCE,
                    Keyword.MERGE_ACTION -> cursor.peek(1) == '(';
            default -> cursor.peek(1) == '(' && (XmlParser.at(cursor) || JsonParser.atFunction(cursor));
        };
    }

    static Expression parse(Cursor cursor) {
        int start = cursor.start();
        int kind = cursor.kind();
        if (XmlParser.at(cursor)) {
            return XmlParser.parse(cursor);
        }
        if (JsonParser.atFunction(cursor)) {
            return JsonParser.function(cursor);
        }
        SourceRange place = cursor.range();
        cursor.advance();
        switch (kind) {
            case Keyword.CURRENT_DATE,
                    Keyword.CURRENT_ROLE,
                    Keyword.CURRENT_USER,
                    Keyword.SESSION_USER,
                    Keyword.SYSTEM_USER,
                    Keyword.USER,
                    Keyword.CURRENT_CATALOG,
                    Keyword.CURRENT_SCHEMA -> {
                return new SqlValueFunction(Keywords.word(kind), null, place);
            }
            case Keyword.CURRENT_TIME, Keyword.CURRENT_TIMESTAMP, Keyword.LOCALTIME, Keyword.LOCALTIMESTAMP -> {
                Integer precision = null;
                if (cursor.accept('(')) {
                    precision = Names.iconst(cursor);
                    cursor.expect(')');
                }
                return new SqlValueFunction(Keywords.word(kind), precision, cursor.rangeFrom(start));
            }
            case Keyword.COLLATION -> cursor.expect(Keyword.FOR);
            default -> {}
        }
        cursor.expect('(');
        return behindParenthesis(cursor, kind, place);
    }

    private static Expression behindParenthesis(Cursor cursor, int kind, SourceRange place) {
        switch (kind) {
            case Keyword.CAST -> {
                return cast(cursor, place);
            }
            case Keyword.TREAT -> {
                // TREAT calls the function that is named like the type.
                TypeCast cast = cast(cursor, place);
                String function = cast.type().name().last().text();
                return call(cursor, function, List.of(cast.operand()), place);
            }
            case Keyword.COALESCE, Keyword.GREATEST, Keyword.LEAST -> {
                List<Expression> arguments = Expressions.exprList(cursor);
                return special(
                        cursor, SpecialKind.valueOf(Keywords.word(kind).toUpperCase(Locale.ROOT)), arguments, place);
            }
            case Keyword.NULLIF -> {
                Expression first = Expressions.aExpr(cursor);
                cursor.expect(',');
                return special(cursor, SpecialKind.NULLIF, List.of(first, Expressions.aExpr(cursor)), place);
            }
            case Keyword.MERGE_ACTION -> {
                return special(cursor, SpecialKind.MERGE_ACTION, List.of(), place);
            }
            case Keyword.COLLATION -> {
                return closed(cursor, "pg_collation_for", List.of(Expressions.aExpr(cursor)), place);
            }
            case Keyword.EXTRACT -> {
                return closed(cursor, "extract", extract(cursor), place);
            }
            case Keyword.NORMALIZE -> {
                return closed(cursor, "normalize", normalize(cursor), place);
            }
            case Keyword.OVERLAY -> {
                return closed(cursor, "overlay", overlay(cursor), place);
            }
            case Keyword.POSITION -> {
                Expression part = Expressions.bExpr(cursor);
                cursor.expect(Keyword.IN);
                return closed(cursor, "position", List.of(Expressions.bExpr(cursor), part), place);
            }
            case Keyword.SUBSTRING -> {
                return substring(cursor, place);
            }
            default -> {
                return trim(cursor, place);
            }
        }
    }

    private static TypeCast cast(Cursor cursor, SourceRange place) {
        Expression operand = Expressions.aExpr(cursor);
        cursor.expect(Keyword.AS);
        TypeName type = TypeParser.typename(cursor);
        cursor.expect(')');
        return new TypeCast(operand, type, cursor.rangeFrom(place.start()));
    }

    private static Expression special(Cursor cursor, SpecialKind kind, List<Expression> arguments, SourceRange place) {
        cursor.expect(')');
        return new SpecialCall(kind, arguments, cursor.rangeFrom(place.start()));
    }

    private static Expression closed(Cursor cursor, String function, List<Expression> arguments, SourceRange place) {
        cursor.expect(')');
        return call(cursor, function, arguments, place);
    }

    private static Expression call(Cursor cursor, String function, List<Expression> arguments, SourceRange place) {
        return new FuncCall(
                TypeParser.systemName(function, place),
                arguments,
                false,
                false,
                false,
                List.of(),
                false,
                null,
                null,
                cursor.rangeFrom(place.start()));
    }

    /** extract_list. */
    private static List<Expression> extract(Cursor cursor) {
        SourceRange place = cursor.range();
        String field;
        switch (cursor.kind()) {
            case Token.IDENT, Keyword.YEAR, Keyword.MONTH, Keyword.DAY, Keyword.HOUR, Keyword.MINUTE, Keyword.SECOND ->
                field = cursor.takeName().text();
            default -> field = Names.sconst(cursor);
        }
        cursor.expect(Keyword.FROM);
        return List.of(new Constant(ConstantKind.STRING, field, place), Expressions.aExpr(cursor));
    }

    private static List<Expression> normalize(Cursor cursor) {
        Expression text = Expressions.aExpr(cursor);
        if (!cursor.accept(',')) {
            return List.of(text);
        }
        switch (cursor.kind()) {
            case Keyword.NFC, Keyword.NFD, Keyword.NFKC, Keyword.NFKD -> {
                Constant form = new Constant(ConstantKind.STRING, cursor.written(), cursor.range());
                cursor.advance();
                return List.of(text, form);
            }
            default -> throw cursor.syntaxError();
        }
    }

    /** overlay_list, or plain arguments. */
    private static List<Expression> overlay(Cursor cursor) {
        if (cursor.at(')')) {
            return List.of();
        }
        Expression text = Calls.argument(cursor);
        if (!(text instanceof NamedArg) && cursor.accept(Keyword.PLACING)) {
            List<Expression> arguments = new ArrayList<>(4);
            arguments.add(text);
            arguments.add(Expressions.aExpr(cursor));
            cursor.expect(Keyword.FROM);
            arguments.add(Expressions.aExpr(cursor));
            if (cursor.accept(Keyword.FOR)) {
                arguments.add(Expressions.aExpr(cursor));
            }
            return arguments;
        }
        return moreArguments(cursor, text);
    }

    private static List<Expression> moreArguments(Cursor cursor, Expression first) {
        List<Expression> arguments = new ArrayList<>(4);
        arguments.add(first);
        while (cursor.accept(',')) {
            arguments.add(Calls.argument(cursor));
        }
        return arguments;
    }

    /** substr_list, or plain arguments. */
    private static Expression substring(Cursor cursor, SourceRange place) {
        if (cursor.at(')')) {
            return closed(cursor, "substring", List.of(), place);
        }
        Expression text = Calls.atNamedArgument(cursor) ? Calls.argument(cursor) : Expressions.substringExpr(cursor);
        int word = text instanceof NamedArg ? Token.EOF : cursor.kind();
        switch (word) {
            case Keyword.SIMILAR -> {
                cursor.advance();
                Expression pattern = Expressions.aExpr(cursor);
                cursor.expect(Keyword.ESCAPE);
                return closed(cursor, "substring", List.of(text, pattern, Expressions.aExpr(cursor)), place);
            }
            case Keyword.FROM, Keyword.FOR -> {
                cursor.advance();
                Expression first = Expressions.aExpr(cursor);
                int other = word == Keyword.FROM ? Keyword.FOR : Keyword.FROM;
                if (!cursor.accept(other)) {
                    Constant one = new Constant(ConstantKind.INTEGER, "1", place);
                    List<Expression> all = word == Keyword.FROM ? List.of(text, first) : List.of(text, one, first);
                    return closed(cursor, "substring", all, place);
                }
                Expression second = Expressions.aExpr(cursor);
                List<Expression> all =
                        word == Keyword.FROM ? List.of(text, first, second) : List.of(text, second, first);
                return closed(cursor, "substring", all, place);
            }
            default -> {
                return closed(cursor, "substring", moreArguments(cursor, text), place);
            }
        }
    }

    /** trim_list behind BOTH, LEADING, TRAILING or none of them. */
    private static Expression trim(Cursor cursor, SourceRange place) {
        String function = "btrim";
        if (cursor.accept(Keyword.LEADING)) {
            function = "ltrim";
        } else if (cursor.accept(Keyword.TRAILING)) {
            function = "rtrim";
        } else {
            cursor.accept(Keyword.BOTH);
        }
        if (cursor.accept(Keyword.FROM)) {
            return closed(cursor, function, Expressions.exprList(cursor), place);
        }
        Expression first = Expressions.aExpr(cursor);
        List<Expression> arguments = new ArrayList<>(2);
        if (cursor.accept(Keyword.FROM)) {
            arguments.addAll(Expressions.exprList(cursor));
            arguments.add(first);
        } else {
            arguments.add(first);
            while (cursor.accept(',')) {
                arguments.add(Expressions.aExpr(cursor));
            }
        }
        return closed(cursor, function, arguments, place);
    }
}
