package dev.pgmigrate.goal;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.run.AppliedMigration;
import dev.pgmigrate.apply.run.Leftover;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ServerNotice;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records how far the run got, for the report of a run that ends without a result, and forwards every event. */
final class ApplyProgress implements MigratorListener {
    /** More than a person reads; a loop may say a million things, and the log has them. */
    private static final int MOST_REMARKS = 1_000;

    private final MigratorListener listener;
    private final List<Remark> remarks = new ArrayList<>();
    private int left;
    private final List<AppliedMigration> applied = new ArrayList<>();
    private @Nullable Migration running;

    ApplyProgress(MigratorListener listener) {
        this.listener = listener;
    }

    /** Returns the migrations that are known to be applied. */
    List<AppliedMigration> applied() {
        return List.copyOf(applied);
    }

    /** Returns {@code result} with what the server said: warnings before all else where it was too much. */
    Result told(Result result) {
        Result told = result.withRemarks(remarks);
        return left == 0 ? told : told.withNote("The server said " + left + " things more, which only the log has.");
    }

    /** Returns the migration that was started last, whose outcome is unknown. */
    Optional<Migration> running() {
        return Optional.ofNullable(running);
    }

    @Override
    public void starting(Migration migration, int number, int total) {
        running = migration;
        listener.starting(migration, number, total);
    }

    @Override
    public void applied(AppliedMigration migration, int number, int total) {
        running = null;
        applied.add(migration);
        listener.applied(migration, number, total);
    }

    @Override
    public boolean looksAfterEachStatement() {
        return listener.looksAfterEachStatement();
    }

    @Override
    public void ran(Migration migration, ScriptStep step, long start) {
        listener.ran(migration, step, start);
    }

    @Override
    public void waitingForLock(AdvisoryLock.@Nullable Holder holder, Duration waited) {
        listener.waitingForLock(holder, waited);
    }

    @Override
    public void timeoutIgnored(String value) {
        listener.timeoutIgnored(value);
    }

    @Override
    public void ownTransactionReplaced(Migration migration) {
        listener.ownTransactionReplaced(migration);
    }

    @Override
    public void resumed(Migration migration, SourceRange statement) {
        listener.resumed(migration, statement);
    }

    @Override
    public void retrying(Migration migration, int tries, int limit, Duration pause, ServerError error) {
        listener.retrying(migration, tries, limit, pause, error);
    }

    @Override
    public void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {
        listener.blocked(migration, statement, blockers);
    }

    @Override
    public void running(Migration migration, @Nullable SourceRange statement, Duration duration, String progress) {
        listener.running(migration, statement, duration, progress);
    }

    @Override
    public void leftoverRemoved(Migration migration, Leftover leftover) {
        listener.leftoverRemoved(migration, leftover);
    }

    @Override
    public void leftoverStays(Migration migration, Leftover leftover) {
        listener.leftoverStays(migration, leftover);
    }

    @Override
    public void noticed(Migration migration, SourceRange statement, ServerNotice notice) {
        remember(migration, statement, notice);
        listener.noticed(migration, statement, notice);
    }

    private void remember(Migration migration, SourceRange statement, ServerNotice notice) {
        if (remarks.size() == MOST_REMARKS) {
            left++;
            int least = notice.isWarning() ? lastNotice() : -1;
            if (least < 0) {
                return;
            }
            remarks.remove(least);
        }
        SourceText source = migration.source();
        remarks.add(new Remark(
                migration.path(), source.position(statement.start()), source.position(statement.end()), notice));
    }

    private int lastNotice() {
        for (int i = remarks.size() - 1; i >= 0; i--) {
            if (!remarks.get(i).notice().isWarning()) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void answerLost(Migration migration, @Nullable SourceRange statement, Duration duration) {
        listener.answerLost(migration, statement, duration);
    }

    @Override
    public boolean endsOrphan(Blocker orphan, Duration waited) {
        return listener.endsOrphan(orphan, waited);
    }
}
