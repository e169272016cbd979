package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectOptions;
import dev.pgmigrate.sql.ast.SelectOptions.Limit;
import dev.pgmigrate.sql.ast.SelectOptions.LockStrength;
import dev.pgmigrate.sql.ast.SelectOptions.LockingClause;
import dev.pgmigrate.sql.ast.SelectOptions.WaitPolicy;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SortBy;
import dev.pgmigrate.sql.ast.WithClause;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what may stand behind any query: ORDER BY, LIMIT, OFFSET, FETCH and FOR UPDATE. */
final class SelectTail {
    private SelectTail() {}

    /** Returns the query with the options that stand here; the query itself where there are none. */
    static SelectStatement parse(Cursor cursor, SelectStatement select, int start) {
        List<SortBy> orderBy = SortParser.optSortClause(cursor);
        List<LockingClause> locking = optLocking(cursor);
        LimitAndOffset limit = optLimit(cursor);
        if (locking.isEmpty()) {
            locking = optLocking(cursor);
        }
        if (orderBy.isEmpty() && locking.isEmpty() && limit.isEmpty()) {
            return select;
        }
        return merge(cursor, select, orderBy, locking, limit, cursor.rangeFrom(start));
    }

    /** insertSelectOptions: a query in parentheses may have options of its own. */
    private static SelectStatement merge(
            Cursor cursor,
            SelectStatement select,
            List<SortBy> orderBy,
            List<LockingClause> locking,
            LimitAndOffset limit,
            SourceRange range) {
        SelectOptions own = select.options();
        if (!orderBy.isEmpty() && !own.orderBy().isEmpty()) {
            throw cursor.error(
                    "multiple ORDER BY clauses not allowed",
                    orderBy.get(0).expression().range());
        }
        if (limit.offset != null && own.offset() != null) {
            throw cursor.error("multiple OFFSET clauses not allowed", limit.offsetPlace());
        }
        if (limit.limit != null && own.limit() != null) {
            throw cursor.error("multiple LIMIT clauses not allowed", limit.limit.range());
        }
        List<SortBy> allOrderBy = orderBy.isEmpty() ? own.orderBy() : orderBy;
        List<LockingClause> allLocking = new ArrayList<>(own.locking());
        allLocking.addAll(locking);
        if (limit.limit != null && limit.limit.withTies()) {
            checkTies(cursor, limit, allOrderBy, allLocking);
        }
        Limit newLimit = limit.limit == null ? own.limit() : limit.limit;
        Expression newOffset = limit.offset == null ? own.offset() : limit.offset;
        return select.withOptions(new SelectOptions(own.with(), allOrderBy, newLimit, newOffset, allLocking), range);
    }

    private static void checkTies(
            Cursor cursor, LimitAndOffset limit, List<SortBy> orderBy, List<LockingClause> locking) {
        SourceRange place = limit.ties == null ? cursor.range() : limit.ties;
        if (orderBy.isEmpty()) {
            throw cursor.error("WITH TIES cannot be specified without ORDER BY clause", place);
        }
        for (LockingClause clause : locking) {
            if (clause.waitPolicy() == WaitPolicy.SKIP) {
                throw cursor.error("SKIP LOCKED and WITH TIES options cannot be used together", place);
            }
        }
    }

    /** Adds the WITH that stood before the query. */
    static SelectStatement withClause(Cursor cursor, SelectStatement select, WithClause with) {
        SelectOptions own = select.options();
        if (own.with() != null) {
            throw cursor.error("multiple WITH clauses not allowed", with.range());
        }
        SelectOptions options = new SelectOptions(with, own.orderBy(), own.limit(), own.offset(), own.locking());
        return select.withOptions(options, cursor.rangeFrom(with.range().start()));
    }

    /** What limits the rows, while it is read. */
    private static final class LimitAndOffset {
        private @Nullable Limit limit;
        private @Nullable Expression offset;
        private @Nullable SourceRange offsetWord;
        private @Nullable SourceRange ties;

        private boolean isEmpty() {
            return limit == null && offset == null;
        }

        private SourceRange offsetPlace() {
            return offsetWord == null ? SourceRange.at(0) : offsetWord;
        }
    }

    /** opt_select_limit: LIMIT or FETCH and OFFSET, in either order. */
    private static LimitAndOffset optLimit(Cursor cursor) {
        LimitAndOffset limit = new LimitAndOffset();
        if (!optLimitClause(cursor, limit) && !optOffset(cursor, limit)) {
            return limit;
        }
        if (limit.limit == null) {
            optLimitClause(cursor, limit);
        } else {
            optOffset(cursor, limit);
        }
        return limit;
    }

    private static boolean optLimitClause(Cursor cursor, LimitAndOffset result) {
        int start = cursor.start();
        SourceRange place = cursor.range();
        if (cursor.accept(Keyword.LIMIT)) {
            Expression count = cursor.accept(Keyword.ALL) ? null : Expressions.aExpr(cursor);
            if (cursor.accept(',')) {
                Expressions.aExpr(cursor);
                throw cursor.error("LIMIT #,# syntax is not supported", place);
            }
            result.limit = new Limit(count, false, cursor.rangeFrom(start));
            return true;
        }
        if (!cursor.accept(Keyword.FETCH)) {
            return false;
        }
        if (!cursor.accept(Keyword.FIRST)) {
            cursor.expect(Keyword.NEXT);
        }
        Expression count = null;
        int next = cursor.peek(1);
        if (!atRows(cursor) || (next != Keyword.ONLY && next != Keyword.WITH && next != Token.EOF)) {
            count = fetchValue(cursor);
        }
        if (!atRows(cursor)) {
            throw cursor.syntaxError();
        }
        cursor.advance();
        boolean ties = cursor.at(Keyword.WITH);
        if (ties) {
            result.ties = cursor.range();
            cursor.expect(Keyword.WITH, Keyword.TIES);
        } else {
            cursor.expect(Keyword.ONLY);
        }
        result.limit = new Limit(count, ties, cursor.rangeFrom(start));
        return true;
    }

    private static boolean atRows(Cursor cursor) {
        return cursor.at(Keyword.ROW) || cursor.at(Keyword.ROWS);
    }

    /** select_fetch_first_value: a c_expr, or a number with a sign. */
    private static Expression fetchValue(Cursor cursor) {
        boolean sign = cursor.at('+') || cursor.at('-');
        if (!sign) {
            return Expressions.cExpr(cursor);
        }
        int next = cursor.peek(1);
        if (next != Token.ICONST && next != Token.FCONST) {
            cursor.advance();
            throw cursor.syntaxError();
        }
        return Expressions.right(cursor, Expressions.SIGN, Expressions.Kind.A_EXPR);
    }

    /** offset_clause: {@code OFFSET a_expr}, or {@code OFFSET c_expr ROWS}. */
    private static boolean optOffset(Cursor cursor, LimitAndOffset result) {
        SourceRange place = cursor.range();
        if (!cursor.accept(Keyword.OFFSET)) {
            return false;
        }
        result.offsetWord = place;
        int number = cursor.peek(1);
        int behind = cursor.peek(2);
        if ((cursor.at('+') || cursor.at('-'))
                && (number == Token.ICONST || number == Token.FCONST)
                && (behind == Keyword.ROW || behind == Keyword.ROWS)) {
            result.offset = fetchValue(cursor);
        } else {
            result.offset = Expressions.aExprOrCExpr(cursor, Keyword.ROW, Keyword.ROWS);
        }
        if (atRows(cursor)) {
            cursor.advance();
        }
        return true;
    }

    /** opt_for_locking_clause. */
    private static List<LockingClause> optLocking(Cursor cursor) {
        if (!cursor.at(Keyword.FOR)) {
            return List.of();
        }
        if (cursor.peek(1) == Keyword.READ) {
            cursor.advance();
            cursor.advance();
            cursor.expect(Keyword.ONLY);
            return List.of();
        }
        List<LockingClause> clauses = new ArrayList<>(2);
        while (cursor.at(Keyword.FOR)) {
            clauses.add(locking(cursor));
        }
        return clauses;
    }

    /** for_locking_item. */
    private static LockingClause locking(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.FOR);
        LockStrength strength;
        if (cursor.accept(Keyword.UPDATE)) {
            strength = LockStrength.UPDATE;
        } else if (cursor.accept(Keyword.SHARE)) {
            strength = LockStrength.SHARE;
        } else if (cursor.accept(Keyword.KEY)) {
            cursor.expect(Keyword.SHARE);
            strength = LockStrength.KEY_SHARE;
        } else {
            cursor.expect(Keyword.NO);
            cursor.expect(Keyword.KEY, Keyword.UPDATE);
            strength = LockStrength.NO_KEY_UPDATE;
        }
        List<ObjectName> tables = cursor.accept(Keyword.OF) ? Names.qualifiedNameList(cursor) : List.of();
        WaitPolicy policy = WaitPolicy.BLOCK;
        if (cursor.accept(Keyword.NOWAIT)) {
            policy = WaitPolicy.ERROR;
        } else if (cursor.accept(Keyword.SKIP)) {
            cursor.expect(Keyword.LOCKED);
            policy = WaitPolicy.SKIP;
        }
        return new LockingClause(strength, tables, policy, cursor.rangeFrom(start));
    }
}
