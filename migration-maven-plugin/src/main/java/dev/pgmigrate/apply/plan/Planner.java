package dev.pgmigrate.apply.plan;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes the plan for a database, and writes nothing.
 *
 * <p>This much works for a role that may only read the history, on a standby, and through any pooler.
 */
public final class Planner {
    private final ServerConnection connection;
    private final SchemaHistory history;

    public Planner(ServerConnection connection, HistoryTable table) {
        this.connection = connection;
        this.history = new SchemaHistory(connection, table);
    }

    /**
     * Returns the plan.
     *
     * @throws DatabaseNotEmptyException if there is no history but something else
     * @throws HistoryException if the history cannot be read
     */
    public Plan plan(Migrations migrations) {
        return history.exists() || !isNew(migrations)
                ? Plan.of(migrations, history.rows(), history.reverted())
                : Plan.of(migrations, List.of(), Set.of());
    }

    /** Returns whether the database is empty; where it is not, another applier may have started the history just now. */
    private boolean isNew(Migrations migrations) {
        DatabaseContent content = DatabaseContent.of(connection, history.table());
        if (content.isEmpty()) {
            return true;
        }
        if (history.exists()) {
            return false;
        }
        List<Migration> all = migrations.all();
        throw new DatabaseNotEmptyException(
                content,
                all.isEmpty() ? null : all.get(all.size() - 1).version().toString());
    }

    /** Returns what is to be applied of {@code plan}, oldest first. */
    static List<Migration> toApply(Plan plan, MigratorSettings settings) {
        String target = settings.targetOrNull();
        List<Migration> pending = new ArrayList<>();
        for (PlannedMigration planned : plan.pending()) {
            if (target == null || Plan.compareVersions(planned.version(), target) <= 0) {
                planned.migration().ifPresent(pending::add);
            }
        }
        return pending;
    }

    /**
     * Returns what is to be applied of {@code plan}, oldest first.
     *
     * @throws NotApplicableException if something stands against it
     */
    public List<Migration> applicable(Migrations migrations, Plan plan, MigratorSettings settings) {
        List<Migration> pending = toApply(plan, settings);
        List<Obstacle> obstacles = new ArrayList<>(Obstacles.of(migrations, plan, pending, settings.outOfOrder()));
        String target = settings.targetOrNull();
        if (target != null && !isKnown(migrations, target)) {
            obstacles.add(new Obstacle(
                    Obstacle.Kind.UNKNOWN_TARGET,
                    "migrate.target",
                    Obstacle.START,
                    "No migration has the version " + target + ".",
                    "Name the version of a file."));
        }
        if (!pending.isEmpty() && SupabaseMirror.find(connection).isPresent()) {
            obstacles.addAll(Obstacles.supabaseVersions(migrations.all()));
        }
        if (!obstacles.isEmpty()) {
            throw new NotApplicableException(obstacles);
        }
        return pending;
    }

    private static boolean isKnown(Migrations migrations, String target) {
        return MigrationVersion.isVersion(target)
                && migrations.all().stream()
                        .anyMatch(migration -> migration.version().equals(MigrationVersion.of(target)));
    }
}
