package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.apply.history.LockNotObtainedException;
import dev.pgmigrate.apply.history.PoolingException;
import dev.pgmigrate.apply.history.ReadOnlyException;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.plan.RollbackPlan;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.SameServer;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Applies what is pending, or rolls back what is applied, one session at a time, and stops at the first failure.
 *
 * <p>It uses two connections: one works, the other holds the lock and watches. If there is nothing to do, the second is
 * never opened.
 */
public final class Migrator {
    private final ServerConnection worker;
    private final MigratorSettings settings;
    private final MigratorListener listener;

    /** Creates one that works in the session of {@code worker} and opens another to the same database. */
    public Migrator(ServerConnection worker, MigratorSettings settings, MigratorListener listener) {
        this.worker = worker;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Applies what is pending.
     *
     * @return what was applied, and why it ended early if it did
     * @throws NotApplicableException if a problem is found before anything was done
     * @throws DatabaseNotEmptyException if it is unknown what the database already has
     * @throws HistoryException if the history cannot be read or created
     * @throws LockNotObtainedException if another session holds the lock for too long
     * @throws PoolingException if a pooler does not provide a session
     * @throws ReadOnlyException if the server or the database takes no changes
     */
    public ApplyResult apply(Migrations migrations) {
        return apply(migrations, new Planner(worker, settings.table()).plan(migrations));
    }

    /** Like {@link #apply(Migrations)}, with a plan that was made before; it is made again under the lock. */
    public ApplyResult apply(Migrations migrations, Plan before) {
        Planner planner = new Planner(worker, settings.table());
        return run(Direction.FORWARD, migrations, before, plan -> planner.applicable(migrations, plan, settings));
    }

    /**
     * Rolls back what {@code shown} says, and nothing else: not what another session has applied or rolled back since.
     *
     * @throws NotApplicableException if the history is another by now
     */
    public ApplyResult rollBack(Migrations migrations, RollbackPlan shown) {
        return run(Direction.BACK, migrations, shown.plan(), plan -> shown.stillIn(plan));
    }

    private ApplyResult run(
            Direction direction, Migrations migrations, Plan before, Function<Plan, List<Migration>> choice) {
        if (choice.apply(before).isEmpty()) {
            return new ApplyResult(before, List.of(), null);
        }
        ReadOnlyException.refuse(worker);
        // It only ever asks for what is known at once; without an answer it is not there any more.
        ServerConnection second =
                ServerConnection.open(SameServer.of(worker).with("socketTimeout", "60"), worker.waits());
        try {
            Pooling.refuse(worker, second);
        } catch (RuntimeException e) {
            second.close();
            throw e;
        }
        try (AdvisoryLock lock = AdvisoryLock.take(
                second,
                settings.table(),
                settings.lockWait(),
                (holder, waited) -> listener.waitingForLock(holder.orElse(null), waited))) {
            return runLocked(direction, second, lock, migrations, choice);
        }
    }

    private ApplyResult runLocked(
            Direction direction,
            ServerConnection second,
            AdvisoryLock lock,
            Migrations migrations,
            Function<Plan, List<Migration>> choice) {
        nameInheritedTimeout();
        requireRole();
        new Orphans(worker, AdvisoryLock.key(settings.table())).await(settings.lockWait(), listener);
        // While this waited for the lock, another may have done everything.
        Plan plan = new Planner(worker, settings.table()).plan(migrations);
        List<Migration> chosen = choice.apply(plan);
        SchemaHistory history = new SchemaHistory(worker, settings.table());
        if (!chosen.isEmpty()) {
            history.create();
        }
        if (direction == Direction.BACK) {
            history.requireErasable();
        }
        List<AppliedMigration> applied = new ArrayList<>();
        ShutdownCancel cancel = ShutdownCancel.of(worker);
        try (StatementWatch watch = StatementWatch.over(worker, second, listener)) {
            worker.onNotice(watch::noticed);
            MigrationRun run = new MigrationRun(new RunResources(
                    worker,
                    lock,
                    watch,
                    settings,
                    listener,
                    direction,
                    SupabaseMirror.find(worker).orElse(null)));
            for (Migration migration : chosen) {
                listener.starting(migration, applied.size() + 1, chosen.size());
                Outcome outcome = run.apply(migration);
                if (outcome instanceof MigrationFailure failure) {
                    return new ApplyResult(plan, applied, failure);
                }
                if (outcome instanceof AppliedMigration done) {
                    applied.add(done);
                    listener.applied(done, applied.size(), chosen.size());
                }
            }
        } finally {
            worker.onNotice(null);
            cancel.close();
        }
        return new ApplyResult(plan, applied, null);
    }

    private void requireRole() {
        settings.setRole().ifPresent(sql -> {
            try {
                worker.execute(sql + "; RESET ROLE");
            } catch (ServerException e) {
                throw new RoleNotTakenException(String.valueOf(settings.roleOrNull()), e);
            }
        });
    }

    private void nameInheritedTimeout() {
        worker.ours()
                .queryOne("""
                    SELECT split_part(setting, '=', 2)
                    FROM pg_db_role_setting s, unnest(s.setconfig) AS setting
                    WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
                      AND s.setrole IN (0, current_user::regrole) AND setting LIKE 'statement_timeout=%'
                    ORDER BY s.setrole = 0, s.setdatabase = 0 LIMIT 1""", row -> row.getString(1))
                .filter(value -> !value.equals("0"))
                .ifPresent(listener::timeoutIgnored);
    }
}
