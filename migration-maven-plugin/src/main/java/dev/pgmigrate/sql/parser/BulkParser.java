package dev.pgmigrate.sql.parser;

import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.sql.ast.BulkStatement.Lock;
import dev.pgmigrate.sql.ast.BulkStatement.Relation;
import dev.pgmigrate.sql.ast.BulkStatement.Truncate;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.List;

/** Parses TRUNCATE and LOCK. */
final class BulkParser {
    private BulkParser() {}

    /** TruncateStmt. */
    static Statement truncate(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.TRUNCATE);
        List<Relation> tables = tables(cursor);
        boolean restart = cursor.accept(Keyword.RESTART);
        if (restart || cursor.accept(Keyword.CONTINUE)) {
            cursor.expect(Keyword.IDENTITY);
        }
        boolean cascade = OptionParser.optDropBehavior(cursor);
        return new Truncate(tables, restart, cascade, cursor.rangeFrom(start));
    }

    private static List<Relation> tables(Cursor cursor) {
        cursor.accept(Keyword.TABLE);
        return cursor.list(BulkParser::table);
    }

    private static Relation table(Cursor cursor) {
        RelationName relation = RelationName.parse(cursor);
        return new Relation(relation.only(), relation.name(), relation.range());
    }

    /** LockStmt. */
    static Statement lock(Cursor cursor) {
        int start = cursor.start();
        cursor.expect(Keyword.LOCK);
        List<Relation> tables = tables(cursor);
        LockMode mode = LockMode.ACCESS_EXCLUSIVE;
        if (cursor.accept(Keyword.IN)) {
            mode = mode(cursor);
            cursor.expect(Keyword.MODE);
        }
        boolean nowait = cursor.accept(Keyword.NOWAIT);
        return new Lock(tables, mode, nowait, cursor.rangeFrom(start));
    }

    /** lock_type. */
    private static LockMode mode(Cursor cursor) {
        if (cursor.accept(Keyword.ACCESS)) {
            return shareOrExclusive(cursor, LockMode.ACCESS_SHARE, LockMode.ACCESS_EXCLUSIVE);
        }
        if (cursor.accept(Keyword.ROW)) {
            return shareOrExclusive(cursor, LockMode.ROW_SHARE, LockMode.ROW_EXCLUSIVE);
        }
        if (cursor.accept(Keyword.EXCLUSIVE)) {
            return LockMode.EXCLUSIVE;
        }
        cursor.expect(Keyword.SHARE);
        if (cursor.accept(Keyword.UPDATE)) {
            cursor.expect(Keyword.EXCLUSIVE);
            return LockMode.SHARE_UPDATE_EXCLUSIVE;
        }
        if (cursor.accept(Keyword.ROW)) {
            cursor.expect(Keyword.EXCLUSIVE);
            return LockMode.SHARE_ROW_EXCLUSIVE;
        }
        return LockMode.SHARE;
    }

    private static LockMode shareOrExclusive(Cursor cursor, LockMode share, LockMode exclusive) {
        if (cursor.accept(Keyword.SHARE)) {
            return share;
        }
        cursor.expect(Keyword.EXCLUSIVE);
        return exclusive;
    }
}
