package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;

/** Finds the parser of a statement's family by its first word: stmt of the grammar. */
public final class StatementParser {
    private StatementParser() {}

    /** Parses one statement; leaves the cursor behind its last token. */
    public static Statement statement(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.CREATE -> CreateParser.create(cursor);
            case Keyword.ALTER -> AlterParser.alter(cursor);
            case Keyword.DROP -> DropParser.drop(cursor);
            case Keyword.COMMENT -> CommentParser.comment(cursor);
            case Keyword.SECURITY -> CommentParser.securityLabel(cursor);
            case Keyword.GRANT -> GrantParser.grant(cursor);
            case Keyword.REVOKE -> GrantParser.revoke(cursor);
            case Keyword.REASSIGN -> RoleParser.reassignOwned(cursor);
            case Keyword.DO -> FunctionParser.doStatement(cursor);
            case Keyword.CALL -> FunctionParser.call(cursor);
            case Keyword.SET -> SettingParser.set(cursor);
            case Keyword.RESET -> SettingParser.reset(cursor);
            case Keyword.SHOW -> SettingParser.show(cursor);
            case Keyword.BEGIN, Keyword.START -> TransactionParser.begin(cursor);
            case Keyword.COMMIT, Keyword.END, Keyword.ABORT, Keyword.ROLLBACK -> TransactionParser.end(cursor);
            case Keyword.SAVEPOINT -> TransactionParser.savepointStatement(cursor);
            case Keyword.RELEASE -> TransactionParser.release(cursor);
            case Keyword.REFRESH -> ViewParser.refresh(cursor);
            case Keyword.REINDEX -> IndexParser.reindex(cursor);
            case Keyword.VACUUM -> MaintenanceParser.vacuum(cursor);
            case Keyword.ANALYZE, Keyword.ANALYSE -> MaintenanceParser.analyze(cursor);
            case Keyword.CLUSTER -> MaintenanceParser.cluster(cursor);
            case Keyword.TRUNCATE -> BulkParser.truncate(cursor);
            case Keyword.LOCK -> BulkParser.lock(cursor);
            case Keyword.COPY -> CopyParser.copy(cursor);
            case Keyword.EXPLAIN -> PreparedParser.explain(cursor);
            case Keyword.PREPARE -> PreparedParser.prepare(cursor);
            case Keyword.EXECUTE -> PreparedParser.execute(cursor);
            case Keyword.DEALLOCATE -> PreparedParser.deallocate(cursor);
            case Keyword.DECLARE -> CursorParser.declare(cursor);
            case Keyword.FETCH, Keyword.MOVE -> CursorParser.fetch(cursor);
            case Keyword.CLOSE -> CursorParser.close(cursor);
            case Keyword.IMPORT -> ForeignDataParser.importSchema(cursor);
            case Keyword.LISTEN -> SessionParser.listen(cursor);
            case Keyword.NOTIFY -> SessionParser.notifyStatement(cursor);
            case Keyword.UNLISTEN -> SessionParser.unlisten(cursor);
            case Keyword.DISCARD -> SessionParser.discard(cursor);
            case Keyword.LOAD -> SessionParser.load(cursor);
            case Keyword.CHECKPOINT -> SessionParser.checkpoint(cursor);
            default -> SelectParser.preparableStmt(cursor);
        };
    }
}
