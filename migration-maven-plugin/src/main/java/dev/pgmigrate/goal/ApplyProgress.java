package dev.pgmigrate.goal;

import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.run.AppliedMigration;
import dev.pgmigrate.apply.run.Leftover;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ServerNotice;
import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records how far the run got, for the report of a run that ends without a result, and forwards every event. */
final class ApplyProgress implements MigratorListener {
    private final MigratorListener listener;
    private final List<AppliedMigration> applied = new ArrayList<>();
    private @Nullable Migration running;

    ApplyProgress(MigratorListener listener) {
        this.listener = listener;
    }

    /** Returns the migrations that are known to be applied. */
    List<AppliedMigration> applied() {
        return List.copyOf(applied);
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
        listener.noticed(migration, statement, notice);
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
