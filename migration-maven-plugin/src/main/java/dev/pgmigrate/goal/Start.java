package dev.pgmigrate.goal;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.run.ApplyResult;
import dev.pgmigrate.apply.run.Direction;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;
import java.util.Map;

/** Applies all migrations to a database that is there for this build only, whatever the rules think of them. */
public final class Start {
    private static final String GOAL = "start";

    private Start() {}

    /** Returns the prelude that files for Supabase need, and nothing for others. */
    public static List<SqlFile> preludes(MigrationFolders folders) {
        return Test.usual(Migrations.read(folders));
    }

    /** Returns what was applied; a failure ends it there. */
    public static Result run(MigrationFolders folders, ConnectionTarget target, MigratorSettings settings) {
        Migrations migrations = Migrations.read(folders);
        try (ServerConnection connection = ServerConnection.open(target)) {
            Plan plan = new Planner(connection, settings.table()).plan(migrations);
            ApplyResult done = new Migrator(connection, settings, MigratorListener.NONE).apply(migrations, plan);
            List<Failure> failures = done.failure().map(failure -> FailureWords.of(failure, Direction.FORWARD)).stream()
                    .toList();
            Result result = PlanLines.result(
                    GOAL,
                    migrations,
                    RunLines.applied(migrations, done.plan(), done.applied(), Map.of()),
                    failures,
                    List.of("Applied " + done.applied().size() + " to a database of this build."),
                    !failures.isEmpty());
            return Secrets.hidden(migrations, result);
        } catch (NotApplicableException e) {
            List<Failure> failures =
                    e.obstacles().stream().map(PlanLines::failure).toList();
            return PlanLines.result(GOAL, migrations, Judgement.files(migrations), failures, List.of(), true);
        }
    }
}
