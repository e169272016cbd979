package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression.BoundKind;
import dev.pgmigrate.sql.ast.FunctionExpression.Exclusion;
import dev.pgmigrate.sql.ast.FunctionExpression.FrameBound;
import dev.pgmigrate.sql.ast.FunctionExpression.FrameUnit;
import dev.pgmigrate.sql.ast.FunctionExpression.WindowDef;
import dev.pgmigrate.sql.ast.FunctionExpression.WindowFrame;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.SortBy;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses windows: over_clause and window_clause of the grammar. */
final class Windows {
    private Windows() {}

    /** over_clause, or null. */
    static @Nullable WindowDef optOver(Cursor cursor) {
        if (!cursor.accept(Keyword.OVER)) {
            return null;
        }
        if (cursor.at('(')) {
            return specification(cursor, null, cursor.start());
        }
        Name name = Names.colId(cursor);
        return new WindowDef(name, null, List.of(), List.of(), null, name.range());
    }

    /** window_definition. */
    static WindowDef definition(Cursor cursor) {
        int start = cursor.start();
        Name name = Names.colId(cursor);
        cursor.expect(Keyword.AS);
        return specification(cursor, name, start);
    }

    /** window_specification. */
    private static WindowDef specification(Cursor cursor, @Nullable Name name, int start) {
        cursor.expect('(');
        Name base = atBase(cursor) ? Names.colId(cursor) : null;
        List<Expression> partitionBy = List.of();
        if (cursor.accept(Keyword.PARTITION)) {
            cursor.expect(Keyword.BY);
            partitionBy = Expressions.exprList(cursor);
        }
        List<SortBy> orderBy = SortParser.optSortClause(cursor);
        WindowFrame frame = optFrame(cursor);
        cursor.expect(')');
        return new WindowDef(name, base, partitionBy, orderBy, frame, cursor.rangeFrom(start));
    }

    /** The words that begin a clause here are no window's name, as the grammar's precedences say. */
    private static boolean atBase(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.PARTITION, Keyword.RANGE, Keyword.ROWS, Keyword.GROUPS -> false;
            default -> Keywords.isColId(cursor.kind());
        };
    }

    private static @Nullable WindowFrame optFrame(Cursor cursor) {
        int start = cursor.start();
        FrameUnit unit;
        switch (cursor.kind()) {
            case Keyword.RANGE -> unit = FrameUnit.RANGE;
            case Keyword.ROWS -> unit = FrameUnit.ROWS;
            case Keyword.GROUPS -> unit = FrameUnit.GROUPS;
            default -> {
                return null;
            }
        }
        cursor.advance();
        FrameBound first;
        FrameBound last = null;
        if (cursor.at(Keyword.BETWEEN) && !isColumn(cursor)) {
            cursor.advance();
            first = bound(cursor);
            cursor.expect(Keyword.AND);
            last = bound(cursor);
        } else {
            first = bound(cursor);
        }
        checkOrder(cursor, first, last);
        Exclusion exclusion = optExclusion(cursor);
        return new WindowFrame(unit, first, last, exclusion, cursor.rangeFrom(start));
    }

    /**
     * Whether BETWEEN is a column here, as in {@code ROWS between * 2 PRECEDING}: the grammar's precedences take it for one
     * before whatever binds weaker, and for neither before its like.
     */
    private static boolean isColumn(Cursor cursor) {
        return switch (cursor.peek(1)) {
            case '.', '[', '*', '/', '%', '^', '<', '>', '=', Token.TYPECAST -> true;
            case Token.LESS_EQUALS, Token.GREATER_EQUALS, Token.NOT_EQUALS -> true;
            case Keyword.AND, Keyword.OR, Keyword.IN, Keyword.IS, Keyword.ISNULL, Keyword.NOTNULL -> true;
            case Keyword.BETWEEN, Keyword.LIKE, Keyword.ILIKE, Keyword.SIMILAR, Token.NOT_LA -> {
                cursor.advance();
                throw cursor.syntaxError();
            }
            default -> false;
        };
    }

    private static void checkOrder(Cursor cursor, FrameBound first, @Nullable FrameBound last) {
        SourceRange place = first.range();
        BoundKind start = first.kind();
        if (start == BoundKind.UNBOUNDED_FOLLOWING) {
            throw cursor.error("frame start cannot be UNBOUNDED FOLLOWING", place);
        }
        if (last == null) {
            if (start == BoundKind.OFFSET_FOLLOWING) {
                throw cursor.error("frame starting from following row cannot end with current row", place);
            }
            return;
        }
        BoundKind end = last.kind();
        if (end == BoundKind.UNBOUNDED_PRECEDING) {
            throw cursor.error("frame end cannot be UNBOUNDED PRECEDING", last.range());
        }
        if (start == BoundKind.CURRENT_ROW && end == BoundKind.OFFSET_PRECEDING) {
            throw cursor.error("frame starting from current row cannot have preceding rows", last.range());
        }
        if (start == BoundKind.OFFSET_FOLLOWING
                && (end == BoundKind.OFFSET_PRECEDING || end == BoundKind.CURRENT_ROW)) {
            throw cursor.error("frame starting from following row cannot have preceding rows", last.range());
        }
    }

    /** frame_bound. */
    private static FrameBound bound(Cursor cursor) {
        int start = cursor.start();
        int next = cursor.peek(1);
        if (cursor.at(Keyword.UNBOUNDED) && (next == Keyword.PRECEDING || next == Keyword.FOLLOWING)) {
            cursor.advance();
            cursor.advance();
            BoundKind kind = next == Keyword.PRECEDING ? BoundKind.UNBOUNDED_PRECEDING : BoundKind.UNBOUNDED_FOLLOWING;
            return new FrameBound(kind, null, cursor.rangeFrom(start));
        }
        if (cursor.accept(Keyword.CURRENT, Keyword.ROW)) {
            return new FrameBound(BoundKind.CURRENT_ROW, null, cursor.rangeFrom(start));
        }
        Expression offset = Expressions.aExpr(cursor);
        BoundKind kind = BoundKind.OFFSET_PRECEDING;
        if (!cursor.accept(Keyword.PRECEDING)) {
            cursor.expect(Keyword.FOLLOWING);
            kind = BoundKind.OFFSET_FOLLOWING;
        }
        return new FrameBound(kind, offset, cursor.rangeFrom(start));
    }

    private static Exclusion optExclusion(Cursor cursor) {
        if (!cursor.accept(Keyword.EXCLUDE)) {
            return Exclusion.NONE;
        }
        if (cursor.accept(Keyword.CURRENT)) {
            cursor.expect(Keyword.ROW);
            return Exclusion.CURRENT_ROW;
        }
        if (cursor.accept(Keyword.GROUP)) {
            return Exclusion.GROUP;
        }
        if (cursor.accept(Keyword.TIES)) {
            return Exclusion.TIES;
        }
        cursor.expect(Keyword.NO);
        cursor.expect(Keyword.OTHERS);
        return Exclusion.NONE;
    }
}
