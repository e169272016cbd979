package dev.pgmigrate.plugin;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.run.Leftover;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ServerNotice;
import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Reports in Maven's log what happens while migrations are applied; each migration is a line when it begins. */
final class ApplyLog implements MigratorListener {
    private static final Duration BETWEEN_WAITS = Duration.ofSeconds(10);

    private final Log log;
    private final boolean endOrphan;
    private Duration nextWait = Duration.ofSeconds(1);
    private Duration nextOrphan = Duration.ZERO;
    private long lastLine = System.nanoTime();

    /** Creates the log; with {@code endOrphan}, statements that an earlier run left running are ended. */
    ApplyLog(Log log, boolean endOrphan) {
        this.log = log;
        this.endOrphan = endOrphan;
    }

    @Override
    public void waitingForLock(AdvisoryLock.@Nullable Holder holder, Duration waited) {
        if (waited.compareTo(nextWait) >= 0) {
            log.info("Waiting for another session that changes the history" + (holder == null ? "" : ": " + holder)
                    + " (" + waited.toSeconds() + " s)");
            nextWait = waited.plus(BETWEEN_WAITS);
        }
    }

    @Override
    public void timeoutIgnored(String value) {
        log.info("The statement_timeout of role or database, " + value
                + ", is off for migrations; migrate.statementTimeout sets one.");
    }

    @Override
    public void starting(Migration migration, int number, int total) {
        log.info("[" + number + "/" + total + "] " + migration.path());
        lastLine = System.nanoTime();
    }

    /** Says how far a file of many statements has got, none of which takes long. */
    @Override
    public void ran(Migration migration, ScriptStep step, long start) {
        if (Duration.ofNanos(System.nanoTime() - lastLine).compareTo(BETWEEN_WAITS) >= 0) {
            long done = 100L * step.range().end() / migration.source().length();
            log.info(place(migration, step.range()) + ": " + done + " % of the file has run");
            lastLine = System.nanoTime();
        }
    }

    @Override
    public void ownTransactionReplaced(Migration migration) {
        log.warn(migration.path() + ": its BEGIN and COMMIT are replaced by the transaction that also writes the"
                + " history. Remove them.");
    }

    @Override
    public void resumed(Migration migration, SourceRange statement) {
        log.info(place(migration, statement) + ": continues from here; the statements before it ran last time.");
    }

    @Override
    public void retrying(Migration migration, int tries, int limit, Duration pause, ServerError error) {
        log.warn(migration.path() + ": " + error.message() + " (" + error.sqlState()
                + "); it was rolled back completely. Attempt " + (tries + 1) + " of " + limit + " in "
                + pause.toMillis() / 1000.0 + " s.");
    }

    @Override
    public void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {
        for (Blocker blocker : blockers) {
            log.warn(place(migration, statement) + ": waits for " + blocker);
        }
    }

    @Override
    public void running(Migration migration, @Nullable SourceRange statement, Duration duration, String progress) {
        log.info(place(migration, statement) + ": running for " + duration.toSeconds() + " s"
                + (progress.isEmpty() ? "" : ", " + progress));
    }

    @Override
    public void noticed(Migration migration, SourceRange statement, ServerNotice notice) {
        String line = place(migration, statement) + ": " + notice.severity() + ": " + notice.message()
                + notice.detail().map(detail -> " " + detail).orElse("")
                + notice.hint().map(hint -> " " + hint).orElse("");
        if (notice.isWarning()) {
            log.warn(line);
        } else {
            log.info(line);
        }
    }

    @Override
    public void answerLost(Migration migration, @Nullable SourceRange statement, Duration duration) {
        log.warn(place(migration, statement) + ": no answer after " + duration.toSeconds()
                + " s, although the server has finished it: the network lost the answer. The connection is closed.");
    }

    @Override
    public boolean endsOrphan(Blocker orphan, Duration waited) {
        if (waited.compareTo(nextOrphan) >= 0) {
            log.warn("An earlier run was interrupted, and its statement is still running: " + orphan
                    + (endOrphan
                            ? "; it is being ended."
                            : " (waited " + waited.toSeconds() + " s; -Dmigrate.endOrphan ends it)"));
            nextOrphan = waited.plus(BETWEEN_WAITS);
        }
        return endOrphan;
    }

    @Override
    public void leftoverRemoved(Migration migration, Leftover leftover) {
        log.warn(migration.path() + ": an interrupted attempt left " + words(leftover) + "; it is removed.");
    }

    @Override
    public void leftoverStays(Migration migration, Leftover leftover) {
        log.warn(migration.path() + ": an interrupted attempt left " + words(leftover) + ". When nothing uses it: "
                + leftover.remedy() + ";");
    }

    private static String words(Leftover leftover) {
        return switch (leftover.kind()) {
            case INVALID_INDEX -> "the INVALID index " + leftover.name() + " on " + leftover.table();
            case PENDING_DETACH -> "the partition " + leftover.name() + " half detached from " + leftover.table();
        };
    }

    private static String place(Migration migration, @Nullable SourceRange statement) {
        return statement == null
                ? migration.path() + ", its row of the history"
                : migration.path() + ":" + migration.source().position(statement.start());
    }
}
