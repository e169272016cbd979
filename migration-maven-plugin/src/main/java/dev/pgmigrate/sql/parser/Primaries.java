package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.ArrayExpr;
import dev.pgmigrate.sql.ast.Expression.CaseExpr;
import dev.pgmigrate.sql.ast.Expression.CaseWhen;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.Expression.Constant;
import dev.pgmigrate.sql.ast.Expression.ConstantKind;
import dev.pgmigrate.sql.ast.Expression.Indirection;
import dev.pgmigrate.sql.ast.Expression.IndirectionElement;
import dev.pgmigrate.sql.ast.Expression.ParamRef;
import dev.pgmigrate.sql.ast.Expression.RowExpr;
import dev.pgmigrate.sql.ast.Expression.SubLink;
import dev.pgmigrate.sql.ast.Expression.SubLinkKind;
import dev.pgmigrate.sql.ast.Expression.TypeCast;
import dev.pgmigrate.sql.ast.FunctionExpression.SpecialCall;
import dev.pgmigrate.sql.ast.FunctionExpression.SpecialKind;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what operators connect: c_expr of the grammar, with the literals (AexprConst). */
final class Primaries {
    private Primaries() {}

    static Expression cExpr(Cursor cursor) {
        int start = cursor.start();
        switch (cursor.kind()) {
            case Token.IDENT -> {
                return named(cursor);
            }
            case Token.ICONST -> {
                return constant(cursor, ConstantKind.INTEGER);
            }
            case Token.FCONST -> {
                return constant(cursor, ConstantKind.FLOAT);
            }
            case Token.BCONST -> {
                return constant(cursor, ConstantKind.BIT);
            }
            case Token.XCONST -> {
                return constant(cursor, ConstantKind.HEX);
            }
            case Keyword.TRUE -> {
                return constant(cursor, ConstantKind.TRUE);
            }
            case Keyword.FALSE -> {
                return constant(cursor, ConstantKind.FALSE);
            }
            case Keyword.NULL -> {
                return constant(cursor, ConstantKind.NULL);
            }
            case Token.SCONST -> {
                return string(cursor);
            }
            case Token.PARAM -> {
                ParamRef param = new ParamRef(Integer.parseInt(cursor.written().substring(1)), cursor.range());
                cursor.advance();
                return Indirections.optIndirection(cursor, param, start);
            }
            case '(' -> {
                Node content = Parentheses.parse(cursor, Parentheses.Content.ROW);
                return content instanceof SelectStatement select ? scalar(cursor, select, start) : (Expression) content;
            }
            case Keyword.CASE -> {
                return caseExpr(cursor);
            }
            case Keyword.ARRAY -> {
                return array(cursor);
            }
            default -> {
                return keyword(cursor, start);
            }
        }
    }

    /** What begins with a keyword: a construct of its own where one follows, else a name as any other. */
    private static Expression keyword(Cursor cursor, int start) {
        int kind = cursor.kind();
        if (cursor.peek(1) == '(') {
            switch (kind) {
                case Keyword.EXISTS -> {
                    cursor.advance();
                    SelectStatement select = SelectParser.selectWithParens(cursor);
                    return new SubLink(SubLinkKind.EXISTS, null, null, select, cursor.rangeFrom(start));
                }
                case Keyword.ROW -> {
                    return row(cursor);
                }
                case Keyword.GROUPING -> {
                    cursor.expect(kind, '(');
                    List<Expression> arguments = Expressions.exprList(cursor);
                    cursor.expect(')');
                    return new SpecialCall(SpecialKind.GROUPING, arguments, cursor.rangeFrom(start));
                }
                default -> {}
            }
        }
        if (SpecialCalls.at(cursor) || JsonParser.atAggregate(cursor)) {
            return Calls.funcExpr(cursor);
        }
        if (TypeParser.atConstTypename(cursor)) {
            return TypeParser.typedConstant(cursor);
        }
        return named(cursor);
    }

    /** A column, a function, or a literal of a named type: the token behind the name tells. */
    static Expression named(Cursor cursor) {
        int start = cursor.start();
        int kind = cursor.kind();
        if (!Keywords.isColId(kind)) {
            if (!Keywords.isTypeFunctionName(kind)) {
                throw cursor.syntaxError();
            }
            Name name = cursor.takeName();
            ObjectName function = new ObjectName(List.of(name), name.range());
            return Calls.callOrTypedConstant(cursor, function, start);
        }
        Name first = cursor.takeName();
        if (!Indirections.at(cursor)) {
            boolean mayCall = Keywords.isTypeFunctionName(kind);
            if (mayCall && (cursor.at('(') || cursor.at(Token.SCONST))) {
                ObjectName function = new ObjectName(List.of(first), first.range());
                return Calls.callOrTypedConstant(cursor, function, start);
            }
            return new ColumnRef(List.of(first), false, first.range());
        }
        List<IndirectionElement> elements = Indirections.elements(cursor);
        if (cursor.at('(') || cursor.at(Token.SCONST)) {
            return Calls.callOrTypedConstant(cursor, functionName(cursor, first, elements), start);
        }
        return columnRef(cursor, first, elements);
    }

    /** check_func_name: neither star nor subscript in it. */
    static ObjectName functionName(Cursor cursor, Name first, List<IndirectionElement> elements) {
        List<Name> parts = new ArrayList<>(elements.size() + 1);
        parts.add(first);
        for (IndirectionElement element : elements) {
            Name field = element.field();
            if (field == null) {
                throw cursor.syntaxError();
            }
            parts.add(field);
        }
        return new ObjectName(parts, cursor.rangeFrom(first.range().start()));
    }

    /** makeColumnRef: the names up to the first subscript are the column's. */
    static Expression columnRef(Cursor cursor, Name first, List<IndirectionElement> elements) {
        Indirections.checkStar(cursor, elements);
        int start = first.range().start();
        List<Name> names = new ArrayList<>(elements.size() + 1);
        names.add(first);
        int at = 0;
        int end = first.range().end();
        boolean star = false;
        while (at < elements.size() && !star) {
            IndirectionElement element = elements.get(at);
            if (element.field() != null) {
                names.add(element.field());
            } else if (element.star()) {
                star = true;
            } else {
                break;
            }
            end = element.range().end();
            at++;
        }
        ColumnRef column = new ColumnRef(names, star, new SourceRange(start, end));
        return at == elements.size()
                ? column
                : new Indirection(column, elements.subList(at, elements.size()), cursor.rangeFrom(start));
    }

    /** A query as a value: {@code select_with_parens [indirection]}. */
    static Expression scalar(Cursor cursor, SelectStatement select, int start) {
        SubLink link = new SubLink(SubLinkKind.SCALAR, null, null, select, cursor.rangeFrom(start));
        return Indirections.optIndirection(cursor, link, start);
    }

    private static Expression constant(Cursor cursor, ConstantKind kind) {
        Constant constant = new Constant(kind, cursor.written(), cursor.range());
        cursor.advance();
        return constant;
    }

    /** Sconst as a value. */
    static Constant string(Cursor cursor) {
        SourceRange place = cursor.range();
        return new Constant(ConstantKind.STRING, Names.sconst(cursor), place);
    }

    /** AexprConst. */
    static Expression literal(Cursor cursor) {
        Expression value = cExpr(cursor);
        if (!(value instanceof Constant) && !(value instanceof TypeCast)) {
            throw cursor.syntaxError();
        }
        return value;
    }

    private static Expression caseExpr(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.CASE);
        Expression test = cursor.at(Keyword.WHEN) ? null : Expressions.aExpr(cursor);
        List<CaseWhen> whens = new ArrayList<>();
        do {
            int whenStart = cursor.start();
            cursor.expect(Keyword.WHEN);
            Expression condition = Expressions.aExpr(cursor);
            cursor.expect(Keyword.THEN);
            Expression result = Expressions.aExpr(cursor);
            whens.add(new CaseWhen(condition, result, cursor.rangeFrom(whenStart)));
        } while (cursor.at(Keyword.WHEN));
        @Nullable Expression otherwise = cursor.accept(Keyword.ELSE) ? Expressions.aExpr(cursor) : null;
        cursor.expect(Keyword.END);
        return new CaseExpr(test, whens, otherwise, cursor.rangeFrom(start));
    }

    private static Expression array(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.ARRAY);
        if (cursor.at('(')) {
            SelectStatement select = SelectParser.selectWithParens(cursor);
            return new SubLink(SubLinkKind.ARRAY, null, null, select, cursor.rangeFrom(start));
        }
        return arrayExpr(cursor, start);
    }

    /** array_expr: values, or arrays of the same kind. */
    private static ArrayExpr arrayExpr(Cursor cursor, int start) {
        if (cursor.isDeep()) {
            return cursor.onOwnStack(deep -> arrayExpr(deep, start));
        }
        cursor.enter();
        cursor.expect('[');
        List<Expression> elements = List.of();
        if (cursor.at('[')) {
            elements = cursor.list(inner -> arrayExpr(inner, inner.start()));
        } else if (!cursor.at(']')) {
            elements = Expressions.exprList(cursor);
        }
        cursor.expect(']');
        cursor.leave();
        return new ArrayExpr(elements, cursor.rangeFrom(start));
    }

    /** row: explicit, or two values or more in parentheses. */
    static RowExpr row(Cursor cursor) {
        int start = cursor.start();
        boolean explicit = cursor.accept(Keyword.ROW);
        cursor.expect('(');
        if (explicit) {
            List<Expression> elements = cursor.at(')') ? List.of() : Expressions.exprList(cursor);
            cursor.expect(')');
            return new RowExpr(true, elements, cursor.rangeFrom(start));
        }
        List<Expression> elements = new ArrayList<>();
        elements.add(Expressions.aExpr(cursor));
        cursor.expect(',');
        elements.addAll(Expressions.exprList(cursor));
        cursor.expect(')');
        return new RowExpr(false, elements, cursor.rangeFrom(start));
    }
}
