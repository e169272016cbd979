package dev.pgmigrate.goal;

import dev.pgmigrate.apply.DatabaseNotEmptyException;
import dev.pgmigrate.apply.Plan;
import dev.pgmigrate.apply.PlannedMigration;
import dev.pgmigrate.apply.Planner;
import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges migrations by all rules, and against a database where one is configured; what a build needs. Writes nothing to a
 * database.
 */
public final class Check {
    private Check() {}

    /**
     * What to judge, and how.
     *
     * @param databaseOrNull the database to compare with, or null
     * @param failOnPending whether a migration that is not applied fails the goal
     */
    public record Request(
            MigrationFolders folders,
            LintSettings settings,
            @Nullable Database databaseOrNull,
            boolean failOnPending) {
        public Request(MigrationFolders folders, LintSettings settings) {
            this(folders, settings, null, false);
        }
    }

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        Database database = request.databaseOrNull();
        if (database == null) {
            return Judgement.of("check", migrations, request.settings(), AppliedVersions.UNKNOWN)
                    .result();
        }
        try (ServerConnection connection = ServerConnection.open(database.target())) {
            Plan plan = new Planner(connection, database.history()).plan(migrations);
            List<Failure> failures = new ArrayList<>(PlanLines.failures(plan, false));
            if (request.failOnPending()) {
                plan.pending().forEach(planned -> failures.add(pending(planned)));
            }
            return Judgement.of("check", migrations, request.settings(), PlanLines.applied(plan))
                    .result()
                    .with(PlanLines.files(migrations, plan), failures);
        } catch (DatabaseNotEmptyException e) {
            return Judgement.of("check", migrations, request.settings(), AppliedVersions.UNKNOWN)
                    .result()
                    .with(Judgement.files(migrations), List.of(PlanLines.failure(e)));
        }
    }

    private static Failure pending(PlannedMigration planned) {
        return new Failure(
                "Migration " + planned.version() + " is not applied to the database.",
                "Run mvn migrate:apply.",
                planned.migration().map(Migration::path).orElse(null),
                null,
                null,
                "",
                null);
    }
}
