package dev.pgmigrate.goal;

import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.PlannedMigration;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.OpeningConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks migrations against all rules, and against a database if one is configured. Writes nothing to a database. */
public final class Check {
    private Check() {}

    /**
     * What to check, and how.
     *
     * @param acceptance what an existing project accepts for now
     * @param databaseOrNull the database to compare with, or null
     * @param outOfOrder whether a migration older than the newest applied one may be pending
     * @param failOnPending whether a migration that is not applied fails the goal
     * @param driftOrNull looks whether the database is what its history says, which fails the goal if it is not; or null to
     *     believe it
     * @param memory what earlier goals of this build found out
     */
    public record Request(
            MigrationFolders folders,
            LintSettings settings,
            Acceptance acceptance,
            @Nullable Database databaseOrNull,
            boolean outOfOrder,
            boolean failOnPending,
            @Nullable DriftLook driftOrNull,
            LintMemory memory) {
        public Request(MigrationFolders folders, LintSettings settings) {
            this(folders, settings, Acceptance.NOTHING, null, false, false, new LintMemory());
        }

        public Request(
                MigrationFolders folders,
                LintSettings settings,
                Acceptance acceptance,
                @Nullable Database databaseOrNull,
                boolean outOfOrder,
                boolean failOnPending,
                LintMemory memory) {
            this(folders, settings, acceptance, databaseOrNull, outOfOrder, failOnPending, null, memory);
        }
    }

    public static Result run(Request request) {
        Database database = request.databaseOrNull();
        if (database == null) {
            return judge(request, Migrations.read(request.folders()), AppliedVersions.UNKNOWN)
                    .withNote(
                            "No database was compared, so nothing is known to be applied or pending; -Dmigrate.url names one.");
        }
        try (OpeningConnection opening = database.opening()) {
            Migrations migrations = Migrations.read(request.folders());
            return run(request, migrations, new Planner(opening.await(), database.history()), database);
        }
    }

    private static Result run(Request request, Migrations migrations, Planner planner, Database database) {
        try {
            Plan plan = planner.plan(migrations);
            List<Failure> failures = new ArrayList<>(PlanLines.failures(plan, request.outOfOrder()));
            planner.supabaseClashes(migrations, plan).forEach(clash -> failures.add(PlanLines.failure(clash)));
            if (request.failOnPending()) {
                plan.pending().forEach(planned -> failures.add(pending(planned)));
            }
            DriftLook look = request.driftOrNull();
            DriftLook.Seen drift = look == null ? null : look.look(migrations, plan, database.target());
            if (drift != null && drift.isDrift()) {
                failures.add(Failure.of(drift.line(), ""));
            }
            Result result = judge(request, migrations, PlanLines.applied(plan).outOfOrder(request.outOfOrder()))
                    .with(PlanLines.files(migrations, plan), failures);
            for (String query : PlanLines.queries(plan)) {
                result = result.withNote(query);
            }
            return result.withNotes(PlanLines.unused(plan)).withNote(compared(plan, failures, drift));
        } catch (DatabaseNotEmptyException e) {
            return judge(request, migrations, AppliedVersions.UNKNOWN)
                    .with(Judgement.files(migrations), List.of(PlanLines.failure(e)));
        }
    }

    private static Result judge(Request request, Migrations migrations, AppliedVersions applied) {
        AppliedVersions known = request.acceptance().with(applied, request.folders());
        return Judgement.of("check", migrations, request.settings(), known, request.memory())
                .accepting(request.acceptance())
                .result();
    }

    private static String compared(Plan plan, List<Failure> failures, DriftLook.@Nullable Seen drift) {
        String state = failures.isEmpty() && plan.pending().isEmpty() ? "The database is up to date. " : "";
        if (drift != null) {
            return state + drift.line();
        }
        return state + DriftLook.NOT_LOOKED_AT;
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
