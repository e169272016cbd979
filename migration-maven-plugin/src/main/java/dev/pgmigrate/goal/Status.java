package dev.pgmigrate.goal;

import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.MigrationState;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.OpeningConnection;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows which migrations a database has, and what comes next; writes nothing and never fails a build. */
public final class Status {
    private Status() {}

    /**
     * What to compare.
     *
     * @param outOfOrder whether a migration older than the newest applied one may be pending
     * @param driftOrNull looks whether the database is what its history says, or null to believe it
     */
    public record Request(
            MigrationFolders folders,
            Database database,
            boolean outOfOrder,
            @Nullable DriftLook driftOrNull) {
        public Request(MigrationFolders folders, Database database, boolean outOfOrder) {
            this(folders, database, outOfOrder, null);
        }
    }

    public static Result run(Request request) {
        Database database = request.database();
        try (OpeningConnection opening = database.opening()) {
            return run(request, Migrations.read(request.folders()), opening.await());
        }
    }

    private static Result run(Request request, Migrations migrations, ServerConnection connection) {
        Database database = request.database();
        try {
            Plan plan = new Planner(connection, database.history()).plan(migrations);
            List<Failure> failures = PlanLines.failures(plan, request.outOfOrder());
            List<String> notes = new ArrayList<>();
            notes.add("Database: " + database.target().url() + ", PostgreSQL " + connection.version() + ", history "
                    + database.history() + ".");
            if (failures.isEmpty() && !plan.pending().isEmpty()) {
                notes.add(plan.pending().size() + " to apply: mvn migrate:apply");
            }
            if (failures.isEmpty() && plan.pending().isEmpty()) {
                notes.add("Up to date.");
            }
            if (!plan.in(MigrationState.FUTURE).isEmpty()) {
                notes.add("The database is ahead of these files: a newer release has been deployed to it.");
            }
            DriftLook look = request.driftOrNull();
            notes.add(
                    look == null
                            ? DriftLook.NOT_LOOKED_AT
                            : look.look(migrations, plan, database.target()).line());
            return PlanLines.result("status", migrations, PlanLines.files(migrations, plan), failures, notes, false);
        } catch (DatabaseNotEmptyException e) {
            return PlanLines.result(
                    "status", migrations, Judgement.files(migrations), List.of(PlanLines.failure(e)), List.of(), false);
        }
    }
}
