package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.RowExpr;
import dev.pgmigrate.sql.ast.Expression.SubLink;
import dev.pgmigrate.sql.ast.Expression.SubLinkKind;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.OperatorExpression.ArrayOpExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.BetweenExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.BoolExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.BoolKind;
import dev.pgmigrate.sql.ast.OperatorExpression.DistinctExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.InExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.IsExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.IsKind;
import dev.pgmigrate.sql.ast.OperatorExpression.LikeExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.LikeKind;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SelectStatement.ExpressionList;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.parser.Expressions.Kind;
import java.util.List;

/** Parses the operators of a_expr that are words: IS, IN, BETWEEN, LIKE, and ANY or ALL behind an operator. */
final class Predicates {
    private Predicates() {}

    /** What stands behind {@code IS}, or ISNULL and NOTNULL. */
    static Expression is(Cursor cursor, Expression left, int start, Kind kind) {
        int word = cursor.kind();
        cursor.advance();
        if (word != Keyword.IS) {
            return new IsExpr(left, word == Keyword.NOTNULL, IsKind.NULL, cursor.rangeFrom(start));
        }
        boolean negated = cursor.accept(Keyword.NOT);
        if (cursor.accept(Keyword.DISTINCT)) {
            cursor.expect(Keyword.FROM);
            Expression right = Expressions.right(cursor, Expressions.IS, kind);
            return new DistinctExpr(left, negated, right, cursor.rangeFrom(start));
        }
        if (kind == Kind.B_EXPR) {
            cursor.expect(Keyword.DOCUMENT);
            return new IsExpr(left, negated, IsKind.DOCUMENT, cursor.rangeFrom(start));
        }
        IsKind test = isKind(cursor);
        return new IsExpr(left, negated, test, cursor.rangeFrom(start));
    }

    private static IsKind isKind(Cursor cursor) {
        int word = cursor.kind();
        IsKind test = switch (word) {
            case Keyword.NULL -> IsKind.NULL;
            case Keyword.TRUE -> IsKind.TRUE;
            case Keyword.FALSE -> IsKind.FALSE;
            case Keyword.UNKNOWN -> IsKind.UNKNOWN;
            case Keyword.DOCUMENT -> IsKind.DOCUMENT;
            case Keyword.NORMALIZED, Keyword.NFC, Keyword.NFD, Keyword.NFKC, Keyword.NFKD -> IsKind.NORMALIZED;
            case Keyword.JSON -> IsKind.JSON;
            default -> throw cursor.syntaxError();
        };
        cursor.advance();
        if (test == IsKind.NORMALIZED && word != Keyword.NORMALIZED) {
            cursor.expect(Keyword.NORMALIZED);
        }
        if (test == IsKind.JSON) {
            switch (cursor.kind()) {
                case Keyword.VALUE, Keyword.ARRAY, Keyword.OBJECT, Keyword.SCALAR -> cursor.advance();
                default -> {}
            }
            JsonParser.optKeyUniqueness(cursor);
        }
        return test;
    }

    /** {@code [NOT] BETWEEN}, {@code IN}, {@code LIKE}, {@code ILIKE}, {@code SIMILAR TO}. */
    static Expression match(Cursor cursor, Expression left, int start) {
        boolean negated = cursor.accept(Token.NOT_LA);
        int operatorStart = cursor.start();
        int word = cursor.kind();
        cursor.advance();
        return switch (word) {
            case Keyword.BETWEEN -> between(cursor, left, negated, start);
            case Keyword.IN -> in(cursor, left, negated, start);
            case Keyword.SIMILAR -> {
                cursor.expect(Keyword.TO);
                yield like(cursor, left, negated, LikeKind.SIMILAR, start);
            }
            default -> {
                LikeKind kind = word == Keyword.LIKE ? LikeKind.LIKE : LikeKind.ILIKE;
                if (atSubType(cursor)) {
                    SourceRange place = cursor.rangeFrom(operatorStart);
                    Name name = new Name((negated ? "!" : "") + (kind == LikeKind.LIKE ? "~~" : "~~*"), place);
                    yield subLink(cursor, left, new ObjectName(List.of(name), place), start);
                }
                yield like(cursor, left, negated, kind, start);
            }
        };
    }

    private static Expression between(Cursor cursor, Expression left, boolean negated, int start) {
        boolean symmetric = cursor.accept(Keyword.SYMMETRIC);
        if (!symmetric) {
            cursor.accept(Keyword.ASYMMETRIC);
        }
        Expression low = Expressions.bExpr(cursor);
        cursor.expect(Keyword.AND);
        Expression high = Expressions.right(cursor, Expressions.MATCH, Kind.A_EXPR);
        return new BetweenExpr(left, negated, symmetric, low, high, cursor.rangeFrom(start));
    }

    private static Expression like(Cursor cursor, Expression left, boolean negated, LikeKind kind, int start) {
        Expression pattern = Expressions.right(cursor, Expressions.MATCH, Kind.A_EXPR);
        Expression escape = null;
        if (cursor.accept(Keyword.ESCAPE)) {
            escape = Expressions.right(cursor, Expressions.MATCH, Kind.A_EXPR);
        }
        return new LikeExpr(left, negated, kind, pattern, escape, cursor.rangeFrom(start));
    }

    private static Expression in(Cursor cursor, Expression left, boolean negated, int start) {
        Node content = Parentheses.parse(cursor, Parentheses.Content.LIST);
        if (content instanceof SelectStatement select) {
            SubLink link = new SubLink(SubLinkKind.ANY, left, null, select, cursor.rangeFrom(start));
            return negated ? new BoolExpr(BoolKind.NOT, List.of(link), link.range()) : link;
        }
        return new InExpr(left, negated, ((ExpressionList) content).values(), cursor.rangeFrom(start));
    }

    static boolean atSubType(Cursor cursor) {
        return isSubType(cursor.kind());
    }

    static boolean isSubType(int kind) {
        return kind == Keyword.ANY || kind == Keyword.SOME || kind == Keyword.ALL;
    }

    /** {@code ANY (…)}, behind the operator. */
    static Expression subLink(Cursor cursor, Expression left, ObjectName operator, int start) {
        boolean all = cursor.at(Keyword.ALL);
        cursor.advance();
        Node content = Parentheses.parse(cursor, Parentheses.Content.ONE);
        if (content instanceof SelectStatement select) {
            SubLinkKind kind = all ? SubLinkKind.ALL : SubLinkKind.ANY;
            return new SubLink(kind, left, operator, select, cursor.rangeFrom(start));
        }
        return new ArrayOpExpr(left, operator, all, (Expression) content, cursor.rangeFrom(start));
    }

    static SyntaxException unique(Cursor cursor) {
        SourceRange place = cursor.range();
        cursor.advance();
        if (cursor.accept(Keyword.NULLS)) {
            cursor.accept(Keyword.NOT);
            cursor.expect(Keyword.DISTINCT);
        }
        SelectParser.selectWithParens(cursor);
        return cursor.error("UNIQUE predicate is not yet implemented", place);
    }

    static void checkOverlaps(Cursor cursor, RowExpr row, String side) {
        if (row.elements().size() != 2) {
            throw cursor.error("wrong number of parameters on " + side + " side of OVERLAPS expression", row.range());
        }
    }
}
