package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.RuleStatement.Event;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Token;
import java.util.ArrayList;
import java.util.List;

/** Parses CREATE RULE. */
final class RuleParser {
    private RuleParser() {}

    /** RuleStmt, behind RULE. */
    static Statement create(Cursor cursor, int start, boolean orReplace) {
        Name name = Names.colId(cursor);
        cursor.expect(Keyword.AS);
        cursor.expect(Keyword.ON);
        Event event = switch (cursor.kind()) {
            case Keyword.SELECT -> Event.SELECT;
            case Keyword.INSERT -> Event.INSERT;
            case Keyword.UPDATE -> Event.UPDATE;
            case Keyword.DELETE -> Event.DELETE;
            default -> throw cursor.syntaxError();
        };
        cursor.advance();
        cursor.expect(Keyword.TO);
        ObjectName table = Names.qualifiedName(cursor);
        Expression where = cursor.accept(Keyword.WHERE) ? Expressions.aExpr(cursor) : null;
        cursor.expect(Keyword.DO);
        boolean instead = cursor.accept(Keyword.INSTEAD);
        if (!instead) {
            cursor.accept(Keyword.ALSO);
        }
        List<Statement> actions = actions(cursor);
        return new RuleStatement(orReplace, name, event, table, where, instead, actions, cursor.rangeFrom(start));
    }

    /** RuleActionList. */
    private static List<Statement> actions(Cursor cursor) {
        if (cursor.accept(Keyword.NOTHING)) {
            return List.of();
        }
        if (!cursor.at('(') || isQuery(cursor)) {
            return List.of(action(cursor));
        }
        cursor.expect('(');
        List<Statement> actions = new ArrayList<>();
        do {
            if (!cursor.at(';') && !cursor.at(')')) {
                actions.add(action(cursor));
            }
        } while (cursor.accept(';'));
        cursor.expect(')');
        return List.copyOf(actions);
    }

    /**
     * Whether the parentheses here hold one query and nothing else: then they are the query's own, and it may go on
     * behind them, as in {@code (SELECT 1) UNION SELECT 2}.
     */
    private static boolean isQuery(Cursor cursor) {
        switch (cursor.peek(1)) {
            case Keyword.SELECT, Keyword.VALUES, Keyword.TABLE, Keyword.WITH, '(' -> {}
            default -> {
                return false;
            }
        }
        int depth = 0;
        for (int n = 0; cursor.peek(n) != Token.EOF; n++) {
            switch (cursor.peek(n)) {
                case '(' -> depth++;
                case ')' -> {
                    depth--;
                    if (depth == 0) {
                        return true;
                    }
                }
                case ';' -> {
                    return false;
                }
                case Keyword.INSERT, Keyword.UPDATE, Keyword.DELETE -> {
                    // WITH … AS (…) INSERT
                    if (depth == 1 && cursor.peek(n - 1) == ')') {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    /** RuleActionStmt. */
    private static Statement action(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.NOTIFY -> SessionParser.notifyStatement(cursor);
            case Keyword.MERGE -> throw cursor.syntaxError();
            default -> SelectParser.preparableStmt(cursor);
        };
    }
}
