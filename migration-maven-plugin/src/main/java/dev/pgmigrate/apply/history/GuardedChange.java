package dev.pgmigrate.apply.history;

import dev.pgmigrate.server.ServerException;

/**
 * SQL that changes one row while a lock is held, and where it did not, fails, so that the transaction which it is part of
 * can only be rolled back.
 *
 * <p>That takes no answer from the client, so that the commit goes to the server in the same round trip.
 */
final class GuardedChange {
    private static final String LOCK_LOST = "pgmigrate: the lock is lost";
    private static final String ROW_CHANGED = "pgmigrate: another session changed this version";

    private GuardedChange() {}

    /**
     * Returns the SQL.
     *
     * @param lockHeld an expression: whether the lock is held
     * @param change inserts or deletes one row, only where {@code (SELECT held FROM ours)}, and returns it
     * @param then further expressions on the {@code row}, each after a comma; may be empty
     */
    static String sql(String lockHeld, String change, String then) {
        return "WITH ours AS MATERIALIZED (SELECT " + lockHeld + " AS held),\nrow AS (" + change + ")" + then
                + "\nSELECT CASE WHEN NOT held THEN " + failure(LOCK_LOST, "held::text")
                + " WHEN NOT EXISTS (SELECT FROM row) THEN " + rowChanged("held::text") + " END FROM ours";
    }

    /** Returns a statement that fails unless the lock is held, for a transaction of plain statements. */
    static String require(String lockHeld) {
        return "SELECT CASE WHEN " + lockHeld + " THEN NULL ELSE "
                + failure(LOCK_LOST, "pg_catalog.pg_backend_pid()::text") + " END";
    }

    /** Returns an integer expression that fails, since the row is not as it was; {@code text} is one of the row's texts. */
    static String rowChanged(String text) {
        return failure(ROW_CHANGED, text);
    }

    /** The planner computes what is constant, also where it is not reached (manual, 9.18.1 "CASE"); so a value is needed. */
    private static String failure(String message, String value) {
        return "('" + message + "' || " + value + ")::integer";
    }

    /** Returns what an error of such SQL means; the error itself where it is another. */
    static RuntimeException meaning(ServerException e, String version) {
        if (e.error().message().contains(LOCK_LOST)) {
            return new LockLostException(e);
        }
        return e.error().message().contains(ROW_CHANGED) ? new ChangedMeanwhileException(version, e) : e;
    }
}
