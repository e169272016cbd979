package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ServerNotice;
import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is notified while migrations are applied; {@link #blocked} and {@link #running} are called from another thread. Where
 * they, or {@link #answerLost}, name no statement, what is written to the history for the migration waits.
 */
public interface MigratorListener {
    MigratorListener NONE = new MigratorListener() {};

    /** Another session is changing the same history. */
    default void waitingForLock(AdvisoryLock.@Nullable Holder holder, Duration waited) {}

    /** The role or the database sets a statement timeout, which is disabled while migrations run. */
    default void timeoutIgnored(String value) {}

    default void starting(Migration migration, int number, int total) {}

    /** The file's own {@code BEGIN} and {@code COMMIT} are replaced by the transaction that also writes the history. */
    default void ownTransactionReplaced(Migration migration) {}

    /** A file without a transaction failed before, and continues at the statement that failed. */
    default void resumed(Migration migration, SourceRange statement) {}

    /** A lock was not available in time; everything was rolled back and is retried after {@code pause}. */
    default void retrying(Migration migration, int tries, int limit, Duration pause, ServerError error) {}

    /** The statement is waiting for these sessions. */
    default void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {}

    /**
     * The statement has been running for this long; {@code progress} is the server's information about it, or empty.
     */
    default void running(Migration migration, @Nullable SourceRange statement, Duration duration, String progress) {}

    /** An interrupted attempt left something behind, which has been removed. */
    default void leftoverRemoved(Migration migration, Leftover leftover) {}

    /** An interrupted attempt left something behind that a person has to look at. */
    default void leftoverStays(Migration migration, Leftover leftover) {}

    /** The server sent a message, such as the text of a {@code RAISE WARNING}, while the statement was running. */
    default void noticed(Migration migration, SourceRange statement, ServerNotice notice) {}

    /** The server has long finished the statement, but its answer does not arrive; the connection is closed. */
    default void answerLost(Migration migration, @Nullable SourceRange statement, Duration duration) {}

    /**
     * A statement of an earlier run, whose client is gone, is still running on the server.
     *
     * @return whether to end it, instead of waiting
     */
    default boolean endsOrphan(Blocker orphan, Duration waited) {
        return false;
    }

    /** Returns whether {@link #ran} looks at the session after each statement, so that none may be sent ahead. */
    default boolean looksAfterEachStatement() {
        return false;
    }

    /** A statement that began at {@code start} has run; its transaction, if it is in one, is still open. */
    default void ran(Migration migration, ScriptStep step, long start) {}

    default void applied(AppliedMigration applied, int number, int total) {}
}
