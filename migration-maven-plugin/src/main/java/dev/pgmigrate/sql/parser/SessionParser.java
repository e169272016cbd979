package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.SessionStatement.Checkpoint;
import dev.pgmigrate.sql.ast.SessionStatement.Discard;
import dev.pgmigrate.sql.ast.SessionStatement.DiscardTarget;
import dev.pgmigrate.sql.ast.SessionStatement.Listen;
import dev.pgmigrate.sql.ast.SessionStatement.Load;
import dev.pgmigrate.sql.ast.SessionStatement.Notify;
import dev.pgmigrate.sql.ast.SessionStatement.Unlisten;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;

/** Parses LISTEN, NOTIFY, UNLISTEN, DISCARD, LOAD and CHECKPOINT. */
final class SessionParser {
    private SessionParser() {}

    /** ListenStmt. */
    static Statement listen(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.LISTEN);
        return new Listen(Names.colId(cursor), cursor.rangeFrom(start));
    }

    /** UnlistenStmt. */
    static Statement unlisten(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.UNLISTEN);
        Name channel = cursor.accept('*') ? null : Names.colId(cursor);
        return new Unlisten(channel, cursor.rangeFrom(start));
    }

    /** NotifyStmt. */
    static Statement notifyStatement(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.NOTIFY);
        Name channel = Names.colId(cursor);
        String payload = cursor.accept(',') ? Names.sconst(cursor) : null;
        return new Notify(channel, payload, cursor.rangeFrom(start));
    }

    /** DiscardStmt. */
    static Statement discard(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.DISCARD);
        DiscardTarget target = switch (cursor.kind()) {
            case Keyword.ALL -> DiscardTarget.ALL;
            case Keyword.TEMP, Keyword.TEMPORARY -> DiscardTarget.TEMP;
            case Keyword.PLANS -> DiscardTarget.PLANS;
            case Keyword.SEQUENCES -> DiscardTarget.SEQUENCES;
            default -> throw cursor.syntaxError();
        };
        cursor.advance();
        return new Discard(target, cursor.rangeFrom(start));
    }

    /** LoadStmt. */
    static Statement load(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.LOAD);
        return new Load(Names.sconst(cursor), cursor.rangeFrom(start));
    }

    /** CheckPointStmt. */
    static Statement checkpoint(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.CHECKPOINT);
        return new Checkpoint(cursor.rangeFrom(start));
    }
}
