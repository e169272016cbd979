package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.DryRunScript;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.plan.RollbackPlan;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;
import java.util.Optional;

/**
 * The dry run of {@link Migrator}, forward and back: the same steps, written and not sent.
 *
 * <p>Whatever depends on the server's answers, such as a retry, is described in comments.
 */
public final class ApplyScript {
    private ApplyScript() {}

    /**
     * Returns the script for the pending migrations; empty if there are none. Only reads from the connection.
     *
     * @throws NotApplicableException if something is found to be wrong, as {@link Migrator#apply} would
     */
    public static Optional<String> of(
            ServerConnection connection, Migrations migrations, Plan plan, MigratorSettings settings) {
        List<Migration> pending = new Planner(connection, settings.table()).applicable(migrations, plan, settings);
        return script("apply", connection, pending, settings, Direction.FORWARD);
    }

    /** Returns the script for what is to be rolled back. */
    public static Optional<String> of(ServerConnection connection, RollbackPlan plan, MigratorSettings settings) {
        return script("rollback", connection, plan.rollbacks(), settings, Direction.BACK);
    }

    private static Optional<String> script(
            String goal,
            ServerConnection connection,
            List<Migration> migrations,
            MigratorSettings settings,
            Direction direction) {
        if (migrations.isEmpty()) {
            return Optional.empty();
        }
        DryRunScript script = new DryRunScript(goal, connection, settings.table());
        SupabaseMirror mirror = SupabaseMirror.find(connection).orElse(null);
        for (Migration migration : migrations) {
            boolean whole = migration.transactionMode() == TransactionMode.TRANSACTION;
            script.section(migration.path() + (whole ? "" : ", without a transaction"));
            ScriptSteps writer = new ScriptSteps(connection, settings, migration, script, mirror, direction);
            ApplySteps.take(migration, settings, writer);
        }
        return Optional.of(script.toString());
    }
}
