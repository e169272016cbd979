package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.CollateClause;
import dev.pgmigrate.sql.ast.Expression.RowExpr;
import dev.pgmigrate.sql.ast.Expression.SetToDefault;
import dev.pgmigrate.sql.ast.Expression.TypeCast;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.OperatorExpression.AtTimeZone;
import dev.pgmigrate.sql.ast.OperatorExpression.BoolExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.BoolKind;
import dev.pgmigrate.sql.ast.OperatorExpression.OpExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.OverlapsExpr;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses value expressions: a_expr, and b_expr, which leaves out what would be ambiguous where it is used.
 *
 * <p>By precedence climbing: the levels are the grammar's %left and %nonassoc lines (manual, 4.1.6 "Operator
 * Precedence"). {@code floor} is the level of the operator whose right side is parsed; an operator at or below it is
 * left to the caller, or is an error where the level is nonassociative.
 */
public final class Expressions {
    static final int LOWEST = 0;
    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int IS = 4;
    static final int COMPARISON = 5;
    static final int MATCH = 6;
    static final int OPERATOR = 8;
    static final int SUM = 9;
    static final int PRODUCT = 10;
    static final int POWER = 11;
    static final int AT = 12;
    static final int COLLATE = 13;
    static final int SIGN = 14;

    /** Where an expression stands. In a target list a keyword may turn out to be the label without AS; in SUBSTRING, SIMILAR needs no TO. */
    enum Kind {
        A_EXPR,
        B_EXPR,
        TARGET,
        SUBSTRING
    }

    private Expressions() {}

    public static Expression aExpr(Cursor cursor) {
        return expression(cursor, LOWEST, Kind.A_EXPR);
    }

    public static Expression bExpr(Cursor cursor) {
        return expression(cursor, LOWEST, Kind.B_EXPR);
    }

    public static Expression cExpr(Cursor cursor) {
        return Primaries.cExpr(cursor);
    }

    /** func_expr: a call with its FILTER and OVER, or one of the functions with a syntax of their own. */
    public static Expression funcExpr(Cursor cursor) {
        return Calls.funcExpr(cursor);
    }

    /** func_expr_windowless: what an index expression without parentheses may be. */
    public static Expression funcExprWindowless(Cursor cursor) {
        return Calls.funcExprWindowless(cursor);
    }

    /** expr_list: one or more expressions between commas. */
    public static List<Expression> exprList(Cursor cursor) {
        return cursor.list(Expressions::aExpr);
    }

    /** An a_expr that the words {@code follow} and {@code other} may follow only where it is a c_expr. */
    static Expression aExprOrCExpr(Cursor cursor, int follow, int other) {
        int start = cursor.start();
        boolean prefixed = atPrefix(cursor);
        Expression operand = operand(cursor, Kind.A_EXPR);
        if (!prefixed && (cursor.at(follow) || cursor.at(other))) {
            return operand;
        }
        Expression whole = operators(cursor, operand, start, LOWEST, Kind.A_EXPR);
        if (cursor.at(follow) || cursor.at(other)) {
            throw cursor.syntaxError();
        }
        return whole;
    }

    /** The a_expr of a target list. */
    static Expression targetExpr(Cursor cursor) {
        return expression(cursor, LOWEST, Kind.TARGET);
    }

    /** The first a_expr of SUBSTRING. */
    static Expression substringExpr(Cursor cursor) {
        return expression(cursor, LOWEST, Kind.SUBSTRING);
    }

    /** Goes on behind an operand that is parsed already. */
    static Expression continued(Cursor cursor, Expression operand, int start) {
        return operators(cursor, overlaps(cursor, operand, start), start, LOWEST, Kind.A_EXPR);
    }

    /** Parses the right side of an operator of level {@code floor}. */
    static Expression right(Cursor cursor, int floor, Kind kind) {
        return expression(cursor, floor, kind == Kind.B_EXPR ? kind : Kind.A_EXPR);
    }

    private static Expression expression(Cursor cursor, int floor, Kind kind) {
        if (cursor.isDeep()) {
            return cursor.onOwnStack(deep -> expression(deep, floor, kind));
        }
        cursor.enter();
        int start = cursor.start();
        Expression result = operators(cursor, operand(cursor, kind), start, floor, kind);
        cursor.leave();
        return result;
    }

    private static Expression operand(Cursor cursor, Kind kind) {
        int start = cursor.start();
        switch (cursor.kind()) {
            case '+', '-' -> {
                return prefix(cursor, Names.allOp(cursor), SIGN, kind);
            }
            case Token.OP -> {
                return prefix(cursor, Names.allOp(cursor), OPERATOR, kind);
            }
            case Keyword.OPERATOR -> {
                if (cursor.peek(1) == '(') {
                    ObjectName operator = Names.qualAllOp(cursor);
                    return new OpExpr(operator, List.of(right(cursor, OPERATOR, kind)), cursor.rangeFrom(start));
                }
            }
            case Keyword.NOT, Token.NOT_LA -> {
                if (kind != Kind.B_EXPR) {
                    cursor.advance();
                    Expression term = right(cursor, NOT, kind);
                    return new BoolExpr(BoolKind.NOT, List.of(term), cursor.rangeFrom(start));
                }
            }
            case Keyword.DEFAULT -> {
                if (kind != Kind.B_EXPR) {
                    cursor.advance();
                    return new SetToDefault(cursor.previousRange());
                }
            }
            case Keyword.UNIQUE -> {
                if (kind != Kind.B_EXPR) {
                    throw Predicates.unique(cursor);
                }
            }
            default -> {}
        }
        Expression operand = Primaries.cExpr(cursor);
        return kind == Kind.B_EXPR ? operand : overlaps(cursor, operand, start);
    }

    /** Returns whether an a_expr begins here that is no c_expr. */
    private static boolean atPrefix(Cursor cursor) {
        return switch (cursor.kind()) {
            case '+', '-', Token.OP, Token.NOT_LA, Keyword.NOT, Keyword.DEFAULT, Keyword.UNIQUE -> true;
            case Keyword.OPERATOR -> cursor.peek(1) == '(';
            default -> false;
        };
    }

    private static Expression prefix(Cursor cursor, Name operator, int level, Kind kind) {
        Expression operand = right(cursor, level, kind);
        ObjectName name = new ObjectName(List.of(operator), operator.range());
        return new OpExpr(
                name, List.of(operand), cursor.rangeFrom(operator.range().start()));
    }

    /** {@code row OVERLAPS row}: only a row itself may stand there. */
    private static Expression overlaps(Cursor cursor, Expression left, int start) {
        if (!cursor.at(Keyword.OVERLAPS) || !(left instanceof RowExpr leftRow)) {
            return left;
        }
        cursor.advance();
        RowExpr rightRow = Primaries.row(cursor);
        Predicates.checkOverlaps(cursor, leftRow, "left");
        Predicates.checkOverlaps(cursor, rightRow, "right");
        return new OverlapsExpr(left, rightRow, cursor.rangeFrom(start));
    }

    private static Expression operators(Cursor cursor, Expression first, int start, int floor, Kind kind) {
        Expression left = first;
        while (true) {
            int token = cursor.kind();
            int level = level(token, kind);
            if (level < floor || level == LOWEST) {
                return left;
            }
            if (level == floor) {
                if (level == IS || level == COMPARISON || level == MATCH) {
                    throw cursor.syntaxError();
                }
                return left;
            }
            if (kind == Kind.TARGET && isLabel(cursor)) {
                return left;
            }
            if (kind == Kind.SUBSTRING && token == Keyword.SIMILAR && cursor.peek(1) != Keyword.TO) {
                return left;
            }
            left = operator(cursor, left, start, level, kind);
        }
    }

    /** Returns the level of an infix or postfix operator, or LOWEST for a token that is none. */
    private static int level(int token, Kind kind) {
        return switch (token) {
            case Token.TYPECAST -> SIGN + 1;
            case '+', '-' -> SUM;
            case '*', '/', '%' -> PRODUCT;
            case '^' -> POWER;
            case '<', '>', '=', Token.LESS_EQUALS, Token.GREATER_EQUALS, Token.NOT_EQUALS -> COMPARISON;
            case Token.OP, Keyword.OPERATOR -> OPERATOR;
            case Keyword.IS -> IS;
            default -> kind == Kind.B_EXPR ? LOWEST : wordLevel(token);
        };
    }

    private static int wordLevel(int token) {
        return switch (token) {
            case Keyword.OR -> OR;
            case Keyword.AND -> AND;
            case Keyword.ISNULL, Keyword.NOTNULL -> IS;
            case Keyword.BETWEEN, Keyword.IN, Keyword.LIKE, Keyword.ILIKE, Keyword.SIMILAR, Token.NOT_LA -> MATCH;
            case Keyword.AT -> AT;
            case Keyword.COLLATE -> COLLATE;
            default -> LOWEST;
        };
    }

    /** Returns whether the keyword here labels the column instead of operating: {@code SELECT a AND, b}. */
    private static boolean isLabel(Cursor cursor) {
        if (!Keywords.isBareColLabel(cursor.kind())) {
            return false;
        }
        return switch (cursor.peek(1)) {
            case ',', ')', ';', Token.EOF -> true;
            case Keyword.INTO, Keyword.FROM, Keyword.WHERE, Keyword.GROUP, Keyword.HAVING, Keyword.WINDOW -> true;
            case Keyword.UNION, Keyword.INTERSECT, Keyword.EXCEPT, Keyword.ORDER, Keyword.LIMIT -> true;
            case Keyword.OFFSET, Keyword.FETCH, Keyword.FOR, Keyword.WITH, Keyword.ON, Keyword.RETURNING -> true;
            default -> false;
        };
    }

    private static Expression operator(Cursor cursor, Expression left, int start, int level, Kind kind) {
        switch (level) {
            case OR, AND -> {
                return chain(cursor, left, start, level);
            }
            case IS -> {
                return Predicates.is(cursor, left, start, kind);
            }
            case MATCH -> {
                return Predicates.match(cursor, left, start);
            }
            case AT -> {
                cursor.advance();
                if (cursor.accept(Keyword.LOCAL)) {
                    return new AtTimeZone(left, null, cursor.rangeFrom(start));
                }
                cursor.expect(Keyword.TIME, Keyword.ZONE);
                return new AtTimeZone(left, right(cursor, AT, kind), cursor.rangeFrom(start));
            }
            case COLLATE -> {
                cursor.advance();
                return new CollateClause(left, Names.anyName(cursor), cursor.rangeFrom(start));
            }
            case SIGN + 1 -> {
                cursor.advance();
                return new TypeCast(left, TypeParser.typename(cursor), cursor.rangeFrom(start));
            }
            default -> {
                return infix(cursor, left, start, level, kind);
            }
        }
    }

    private static Expression chain(Cursor cursor, Expression left, int start, int level) {
        int keyword = cursor.kind();
        List<Expression> terms = new ArrayList<>();
        terms.add(left);
        while (cursor.at(keyword) && (terms.size() == 1 || !isLabel(cursor))) {
            cursor.advance();
            terms.add(right(cursor, level, Kind.A_EXPR));
        }
        BoolKind kind = level == OR ? BoolKind.OR : BoolKind.AND;
        return new BoolExpr(kind, terms, cursor.rangeFrom(start));
    }

    private static Expression infix(Cursor cursor, Expression left, int start, int level, Kind kind) {
        ObjectName operator = Names.qualAllOp(cursor);
        if (kind != Kind.B_EXPR && Predicates.atSubType(cursor)) {
            return Predicates.subLink(cursor, left, operator, start);
        }
        Expression second = right(cursor, level, kind);
        if (!isConcatenation(operator)) {
            return new OpExpr(operator, List.of(left, second), cursor.rangeFrom(start));
        }
        List<Expression> operands = new ArrayList<>();
        operands.add(left);
        operands.add(second);
        while (cursor.at(Token.OP) && cursor.written().equals("||") && !isSubTypeBehind(cursor, kind)) {
            cursor.advance();
            operands.add(right(cursor, level, kind));
        }
        return new OpExpr(operator, operands, cursor.rangeFrom(start));
    }

    private static boolean isConcatenation(ObjectName operator) {
        return operator.parts().size() == 1 && operator.last().text().equals("||");
    }

    private static boolean isSubTypeBehind(Cursor cursor, Kind kind) {
        return kind != Kind.B_EXPR && Predicates.isSubType(cursor.peek(1));
    }
}
