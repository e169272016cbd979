package dev.pgmigrate.apply.plan;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.OwnHistories;
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
 * Makes the plan for a database. Writes nothing.
 *
 * <p>This works for a role that may only read the history, on a standby, and through any pooler.
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
     * @throws DatabaseNotEmptyException if there is no history but other objects
     * @throws HistoryException if the history cannot be read
     */
    public Plan plan(Migrations migrations) {
        if (!history.exists() && isNew(migrations)) {
            return Plan.of(migrations, List.of(), Set.of());
        }
        List<HistoryRow> rows = history.rows();
        Plan plan = Plan.of(migrations, rows, history.reverted());
        return rows.isEmpty() ? plan : OtherHistories.of(connection, history).compare(plan, migrations, rows);
    }

    /** Returns whether the database is empty; if it is not, another applier may just have started the history. */
    private boolean isNew(Migrations migrations) {
        List<OwnHistories.Other> others = OwnHistories.besides(connection, history.table());
        OwnHistories.refuseTwin(others, history.table(), migrations);
        DatabaseContent content = DatabaseContent.of(connection);
        if (!others.isEmpty()) {
            // Existing objects may be another service's, but not those that these files would create.
            content = content.only(ExistingTables.of(connection, migrations));
        }
        if (!content.isEmpty()) {
            if (history.exists()) {
                return false;
            }
            List<Migration> all = migrations.all();
            throw new DatabaseNotEmptyException(
                    content,
                    all.isEmpty() ? null : all.get(all.size() - 1).version().toString());
        }
        return true;
    }

    /** Returns the migrations of {@code plan} to apply, oldest first. */
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
     * Returns the migrations of {@code plan} to apply, oldest first.
     *
     * @throws NotApplicableException if there is an obstacle
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
        obstacles.addAll(supabaseClashes(migrations, plan));
        if (!obstacles.isEmpty()) {
            throw new NotApplicableException(obstacles);
        }
        return pending;
    }

    /** Returns an obstacle for each file that the Supabase CLI, whose history is kept as well, would take for another one. */
    public List<Obstacle> supabaseClashes(Migrations migrations, Plan plan) {
        return !plan.pending().isEmpty() && SupabaseMirror.find(connection).isPresent()
                ? Obstacles.supabaseVersions(migrations.all())
                : List.of();
    }

    private static boolean isKnown(Migrations migrations, String target) {
        return MigrationVersion.isVersion(target)
                && migrations.all().stream()
                        .anyMatch(migration -> migration.version().equals(MigrationVersion.of(target)));
    }
}
