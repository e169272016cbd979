package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.SettingChange.Value;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.ast.TransactionStatement.Action;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parses BEGIN to ROLLBACK PREPARED: TransactionStmt of the grammar. */
final class TransactionParser {
    private TransactionParser() {}

    /** BEGIN and START TRANSACTION. */
    static Statement begin(Cursor cursor) {
        int start = cursor.start();
        Action action = cursor.at(Keyword.START) ? Action.START : Action.BEGIN;
        cursor.advance();
        if (action == Action.START) {
            cursor.expect(Keyword.TRANSACTION);
        } else {
            optTransaction(cursor);
        }
        List<Value> modes = atMode(cursor) ? modes(cursor) : List.of();
        return new TransactionStatement(action, null, modes, false, cursor.rangeFrom(start));
    }

    /** COMMIT, END, ABORT and ROLLBACK in all their forms. */
    static Statement end(Cursor cursor) {
        int start = cursor.start();
        int kind = cursor.kind();
        boolean commit = kind == Keyword.COMMIT || kind == Keyword.END;
        cursor.advance();
        boolean preparable = kind == Keyword.COMMIT || kind == Keyword.ROLLBACK;
        if (preparable && cursor.accept(Keyword.PREPARED)) {
            Name name = transactionId(cursor);
            return named(cursor, commit ? Action.COMMIT_PREPARED : Action.ROLLBACK_PREPARED, name, start);
        }
        optTransaction(cursor);
        if (kind == Keyword.ROLLBACK && cursor.accept(Keyword.TO)) {
            return named(cursor, Action.ROLLBACK_TO, savepoint(cursor), start);
        }
        boolean chain = false;
        if (cursor.accept(Keyword.AND)) {
            chain = !cursor.accept(Keyword.NO);
            cursor.expect(Keyword.CHAIN);
        }
        Action action = commit ? Action.COMMIT : Action.ROLLBACK;
        return new TransactionStatement(action, null, List.of(), chain, cursor.rangeFrom(start));
    }

    /** SAVEPOINT. */
    static Statement savepointStatement(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.SAVEPOINT);
        return named(cursor, Action.SAVEPOINT, Names.colId(cursor), start);
    }

    /** RELEASE. */
    static Statement release(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.RELEASE);
        return named(cursor, Action.RELEASE, savepoint(cursor), start);
    }

    /** PREPARE TRANSACTION, behind both words. */
    static Statement prepare(Cursor cursor, int start) {
        return named(cursor, Action.PREPARE, transactionId(cursor), start);
    }

    /** {@code [SAVEPOINT] name}; a savepoint may be named savepoint. */
    private static Name savepoint(Cursor cursor) {
        if (Keywords.isColId(cursor.peek(1))) {
            cursor.accept(Keyword.SAVEPOINT);
        }
        return Names.colId(cursor);
    }

    private static Name transactionId(Cursor cursor) {
        SourceRange place = cursor.range();
        return new Name(Names.sconst(cursor), place);
    }

    private static Statement named(Cursor cursor, Action action, Name name, int start) {
        return new TransactionStatement(action, name, List.of(), false, cursor.rangeFrom(start));
    }

    private static void optTransaction(Cursor cursor) {
        if (!cursor.accept(Keyword.WORK)) {
            cursor.accept(Keyword.TRANSACTION);
        }
    }

    private static boolean atMode(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.ISOLATION, Keyword.READ, Keyword.DEFERRABLE, Keyword.NOT -> true;
            default -> false;
        };
    }

    /** transaction_mode_list: the commas between the modes may be left out. */
    static List<Value> modes(Cursor cursor) {
        List<Value> modes = new ArrayList<>();
        modes.add(mode(cursor));
        while (cursor.accept(',') || atMode(cursor)) {
            modes.add(mode(cursor));
        }
        return modes;
    }

    private static Value mode(Cursor cursor) {
        int start = cursor.start();
        int from = cursor.index();
        if (cursor.accept(Keyword.ISOLATION)) {
            cursor.expect(Keyword.LEVEL);
            isolation(cursor);
        } else if (cursor.accept(Keyword.READ)) {
            if (!cursor.accept(Keyword.ONLY)) {
                cursor.expect(Keyword.WRITE);
            }
        } else {
            cursor.accept(Keyword.NOT);
            cursor.expect(Keyword.DEFERRABLE);
        }
        SourceRange range = cursor.rangeFrom(start);
        String text = cursor.tokens().written(from, cursor.index());
        return new Value(text.toLowerCase(Locale.ROOT), false, range);
    }

    private static void isolation(Cursor cursor) {
        if (cursor.accept(Keyword.REPEATABLE)) {
            cursor.expect(Keyword.READ);
        } else if (cursor.accept(Keyword.READ)) {
            if (!cursor.accept(Keyword.COMMITTED)) {
                cursor.expect(Keyword.UNCOMMITTED);
            }
        } else {
            cursor.expect(Keyword.SERIALIZABLE);
        }
    }
}
