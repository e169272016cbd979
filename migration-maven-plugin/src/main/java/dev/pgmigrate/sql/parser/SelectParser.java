package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.FunctionExpression.WindowDef;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.SelectOptions;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SelectStatement.ExpressionList;
import dev.pgmigrate.sql.ast.SelectStatement.GroupingElement;
import dev.pgmigrate.sql.ast.SelectStatement.GroupingKind;
import dev.pgmigrate.sql.ast.SelectStatement.IntoClause;
import dev.pgmigrate.sql.ast.SelectStatement.ResTarget;
import dev.pgmigrate.sql.ast.SelectStatement.Select;
import dev.pgmigrate.sql.ast.SelectStatement.SetKind;
import dev.pgmigrate.sql.ast.SelectStatement.SetOperation;
import dev.pgmigrate.sql.ast.SelectStatement.Values;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.WithClause;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses queries: SelectStmt of the grammar. */
public final class SelectParser {
    private static final int UNION = 1;
    private static final int INTERSECT = 2;

    private SelectParser() {}

    /** SelectStmt: select_no_parens or select_with_parens. */
    public static SelectStatement selectStmt(Cursor cursor) {
        int start = cursor.start();
        if (!cursor.at('(')) {
            return selectNoParens(cursor);
        }
        SelectStatement select = selectWithParens(cursor);
        return atContinuation(cursor)
                ? continued(cursor, select, start)
                : select.withOptions(select.options(), cursor.rangeFrom(start));
    }

    /** PreparableStmt: a query, INSERT, UPDATE, DELETE or MERGE. */
    public static Statement preparableStmt(Cursor cursor) {
        if (cursor.isDeep()) {
            return cursor.onOwnStack(SelectParser::preparableStmt);
        }
        cursor.enter();
        Statement statement = preparable(cursor);
        cursor.leave();
        return statement;
    }

    private static Statement preparable(Cursor cursor) {
        int start = cursor.start();
        WithClause with = WithParser.optWith(cursor);
        return switch (cursor.kind()) {
            case Keyword.INSERT -> DmlParser.insert(cursor, with, start);
            case Keyword.UPDATE -> DmlParser.update(cursor, with, start);
            case Keyword.DELETE -> DmlParser.delete(cursor, with, start);
            case Keyword.MERGE -> MergeParser.merge(cursor, with, start);
            default -> with == null ? selectStmt(cursor) : afterWith(cursor, with, start);
        };
    }

    /** Returns whether a select_no_parens begins here; VALUES may be a name too. */
    static boolean atSelect(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.SELECT, Keyword.WITH, Keyword.TABLE, Token.WITH_LA -> true;
            case Keyword.VALUES -> cursor.peek(1) == '(';
            default -> false;
        };
    }

    /** Returns whether a query in parentheses goes on here with what belongs to a query. */
    static boolean atContinuation(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.UNION, Keyword.INTERSECT, Keyword.EXCEPT -> true;
            case Keyword.ORDER, Keyword.LIMIT, Keyword.OFFSET, Keyword.FETCH, Keyword.FOR -> true;
            default -> false;
        };
    }

    /** select_with_parens. */
    static SelectStatement selectWithParens(Cursor cursor) {
        if (cursor.isDeep()) {
            return cursor.onOwnStack(SelectParser::selectWithParens);
        }
        cursor.enter();
        cursor.expect('(');
        SelectStatement select = selectStmt(cursor);
        cursor.expect(')');
        cursor.leave();
        return select;
    }

    /** select_no_parens. */
    static SelectStatement selectNoParens(Cursor cursor) {
        if (cursor.isDeep()) {
            return cursor.onOwnStack(SelectParser::selectNoParens);
        }
        cursor.enter();
        int start = cursor.start();
        WithClause with = WithParser.optWith(cursor);
        SelectStatement select = afterWith(cursor, with, start);
        cursor.leave();
        return select;
    }

    private static SelectStatement afterWith(Cursor cursor, @Nullable WithClause with, int start) {
        int selectStart = cursor.start();
        SelectStatement clause = operations(cursor, selectClause(cursor), selectStart, 0);
        SelectStatement select = SelectTail.parse(cursor, clause, start);
        return with == null ? select : SelectTail.withClause(cursor, select, with);
    }

    /** Goes on behind a query in parentheses. */
    static SelectStatement continued(Cursor cursor, SelectStatement first, int start) {
        return SelectTail.parse(cursor, operations(cursor, first, start, 0), start);
    }

    /** UNION, EXCEPT and, binding closer, INTERSECT; all from the left. */
    private static SelectStatement operations(Cursor cursor, SelectStatement first, int start, int floor) {
        SelectStatement left = first;
        while (true) {
            SetKind kind;
            int level = UNION;
            switch (cursor.kind()) {
                case Keyword.UNION -> kind = SetKind.UNION;
                case Keyword.EXCEPT -> kind = SetKind.EXCEPT;
                case Keyword.INTERSECT -> {
                    kind = SetKind.INTERSECT;
                    level = INTERSECT;
                }
                default -> {
                    return left;
                }
            }
            if (level <= floor) {
                return left;
            }
            cursor.advance();
            boolean all = cursor.accept(Keyword.ALL);
            if (!all) {
                cursor.accept(Keyword.DISTINCT);
            }
            int rightStart = cursor.start();
            SelectStatement right = operations(cursor, selectClause(cursor), rightStart, level);
            left = new SetOperation(kind, all, left, right, SelectOptions.NONE, cursor.rangeFrom(start));
        }
    }

    /** select_clause without operations: simple_select or select_with_parens. */
    private static SelectStatement selectClause(Cursor cursor) {
        return switch (cursor.kind()) {
            case '(' -> selectWithParens(cursor);
            case Keyword.VALUES -> values(cursor);
            case Keyword.TABLE -> table(cursor);
            default -> select(cursor);
        };
    }

    private static SelectStatement values(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.VALUES);
        List<ExpressionList> rows = cursor.list(SelectParser::row);
        return new Values(rows, SelectOptions.NONE, cursor.rangeFrom(start));
    }

    private static ExpressionList row(Cursor cursor) {
        int start = cursor.start();
        cursor.expect('(');
        List<Expression> values = Expressions.exprList(cursor);
        cursor.expect(')');
        return new ExpressionList(values, cursor.rangeFrom(start));
    }

    private static SelectStatement table(Cursor cursor) {
        int start = cursor.start();
        var place = cursor.range();
        cursor.expect(Keyword.TABLE);
        FromItem table = FromParser.relationExpr(cursor);
        ResTarget all = new ResTarget(null, new ColumnRef(List.of(), true, place), place);
        return new Select(
                null,
                List.of(all),
                null,
                List.of(table),
                null,
                List.of(),
                false,
                null,
                List.of(),
                SelectOptions.NONE,
                cursor.rangeFrom(start));
    }

    private static SelectStatement select(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.SELECT);
        List<Expression> distinct = null;
        List<ResTarget> targets;
        if (cursor.accept(Keyword.DISTINCT)) {
            distinct = distinctOn(cursor);
            targets = targetList(cursor);
        } else {
            cursor.accept(Keyword.ALL);
            targets = atTarget(cursor) ? targetList(cursor) : List.of();
        }
        IntoClause into = optInto(cursor);
        List<FromItem> from = cursor.accept(Keyword.FROM) ? cursor.list(FromParser::tableRef) : List.of();
        Expression where = cursor.accept(Keyword.WHERE) ? Expressions.aExpr(cursor) : null;
        List<GroupingElement> groupBy = List.of();
        boolean groupDistinct = false;
        if (cursor.accept(Keyword.GROUP)) {
            cursor.expect(Keyword.BY);
            groupDistinct = cursor.accept(Keyword.DISTINCT);
            if (!groupDistinct) {
                cursor.accept(Keyword.ALL);
            }
            groupBy = cursor.list(SelectParser::groupByItem);
        }
        Expression having = cursor.accept(Keyword.HAVING) ? Expressions.aExpr(cursor) : null;
        List<WindowDef> windows = cursor.accept(Keyword.WINDOW) ? cursor.list(Windows::definition) : List.of();
        return new Select(
                distinct,
                targets,
                into,
                from,
                where,
                groupBy,
                groupDistinct,
                having,
                windows,
                SelectOptions.NONE,
                cursor.rangeFrom(start));
    }

    private static List<Expression> distinctOn(Cursor cursor) {
        if (!cursor.accept(Keyword.ON)) {
            return List.of();
        }
        cursor.expect('(');
        List<Expression> expressions = Expressions.exprList(cursor);
        cursor.expect(')');
        return expressions;
    }

    /** Returns whether a target stands here; a list may be empty, and then a word of the rest follows. */
    private static boolean atTarget(Cursor cursor) {
        int kind = cursor.kind();
        if (Keywords.isReserved(kind)) {
            return switch (kind) {
                case Keyword.ARRAY, Keyword.CASE, Keyword.CAST, Keyword.DEFAULT, Keyword.NOT, Keyword.UNIQUE -> true;
                case Keyword.NULL, Keyword.TRUE, Keyword.FALSE -> true;
                case Keyword.CURRENT_CATALOG,
                        Keyword.CURRENT_DATE,
                        Keyword.CURRENT_ROLE,
                        Keyword.CURRENT_TIME,
                        Keyword.CURRENT_TIMESTAMP,
                        Keyword.CURRENT_USER -> true;
                case Keyword.LOCALTIME,
                        Keyword.LOCALTIMESTAMP,
                        Keyword.SESSION_USER,
                        Keyword.SYSTEM_USER,
                        Keyword.USER -> true;
                default -> false;
            };
        }
        return switch (kind) {
            case Token.EOF, ')', ';', Token.META_COMMAND, Token.WITH_LA -> false;
            default -> true;
        };
    }

    /** target_list. */
    static List<ResTarget> targetList(Cursor cursor) {
        return cursor.list(SelectParser::target);
    }

    private static ResTarget target(Cursor cursor) {
        int start = cursor.start();
        if (cursor.accept('*')) {
            ColumnRef all = new ColumnRef(List.of(), true, cursor.previousRange());
            return new ResTarget(null, all, all.range());
        }
        Expression value = Expressions.targetExpr(cursor);
        Name label = null;
        if (cursor.accept(Keyword.AS)) {
            label = Names.colLabel(cursor);
        } else if (Keywords.isBareColLabel(cursor.kind())) {
            label = cursor.takeName();
        }
        return new ResTarget(label, value, cursor.rangeFrom(start));
    }

    private static @Nullable IntoClause optInto(Cursor cursor) {
        int start = cursor.start();
        if (!cursor.accept(Keyword.INTO)) {
            return null;
        }
        Persistence persistence = optPersistence(cursor);
        cursor.accept(Keyword.TABLE);
        ObjectName name = Names.qualifiedName(cursor);
        return new IntoClause(name, persistence, cursor.rangeFrom(start));
    }

    /** The words of OptTempTableName, which may also be the table's name. */
    private static Persistence optPersistence(Cursor cursor) {
        int next = cursor.peek(1);
        switch (cursor.kind()) {
            case Keyword.LOCAL, Keyword.GLOBAL -> {
                if (next == Keyword.TEMPORARY || next == Keyword.TEMP) {
                    cursor.advance();
                    cursor.advance();
                    return Persistence.TEMPORARY;
                }
            }
            case Keyword.TEMPORARY, Keyword.TEMP -> {
                if (next == Keyword.TABLE || Keywords.isColId(next)) {
                    cursor.advance();
                    return Persistence.TEMPORARY;
                }
            }
            case Keyword.UNLOGGED -> {
                if (next == Keyword.TABLE || Keywords.isColId(next)) {
                    cursor.advance();
                    return Persistence.UNLOGGED;
                }
            }
            default -> {}
        }
        return Persistence.PERMANENT;
    }

    /** group_by_item. */
    private static GroupingElement groupByItem(Cursor cursor) {
        if (cursor.isDeep()) {
            return cursor.onOwnStack(SelectParser::groupByItem);
        }
        cursor.enter();
        int start = cursor.start();
        List<Expression> expressions = List.of();
        List<GroupingElement> sets = List.of();
        GroupingKind kind = groupingKind(cursor);
        if (kind == GroupingKind.SIMPLE) {
            expressions = List.of(Expressions.aExpr(cursor));
        } else {
            cursor.expect('(');
            if (kind == GroupingKind.SETS) {
                sets = cursor.list(SelectParser::groupByItem);
            } else if (kind != GroupingKind.EMPTY) {
                expressions = Expressions.exprList(cursor);
            }
            cursor.expect(')');
        }
        cursor.leave();
        return new GroupingElement(kind, expressions, sets, cursor.rangeFrom(start));
    }

    /** Takes the words before the parenthesis. */
    private static GroupingKind groupingKind(Cursor cursor) {
        if (cursor.at('(', ')')) {
            return GroupingKind.EMPTY;
        }
        if (cursor.accept(Keyword.GROUPING, Keyword.SETS)) {
            return GroupingKind.SETS;
        }
        if (cursor.peek(1) == '(') {
            if (cursor.accept(Keyword.CUBE)) {
                return GroupingKind.CUBE;
            }
            if (cursor.accept(Keyword.ROLLUP)) {
                return GroupingKind.ROLLUP;
            }
        }
        return GroupingKind.SIMPLE;
    }
}
