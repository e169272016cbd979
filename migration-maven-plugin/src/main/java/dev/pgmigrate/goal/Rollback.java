package dev.pgmigrate.goal;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.LockLostException;
import dev.pgmigrate.apply.history.LockNotObtainedException;
import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.plan.RollbackPlan;
import dev.pgmigrate.apply.plan.RollbackTarget;
import dev.pgmigrate.apply.rollback.Loss;
import dev.pgmigrate.apply.rollback.Losses;
import dev.pgmigrate.apply.rollback.RollbackDependents;
import dev.pgmigrate.apply.run.ApplyResult;
import dev.pgmigrate.apply.run.ApplyScript;
import dev.pgmigrate.apply.run.Direction;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.apply.run.OrphanException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.OpeningConnection;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Undoes what was applied last, once it is said what that costs. */
public final class Rollback {
    private static final String GOAL = "rollback";
    private static final String NOTHING = "Nothing was rolled back.";

    private Rollback() {}

    /**
     * What to undo, where and how.
     *
     * @param write whether it may lose rows
     * @param serverOrNull starts a disposable server, to try the rollbacks on a copy of the schema first; or null not to
     * @param dryRunOrNull who takes the SQL instead of the server, as it runs and as it may be shown, or null to run it
     * @param plan is told, line by line and before anything runs, what will be undone and lost
     * @param listener is notified of progress
     * @param after what follows a run without a failure
     */
    public record Request(
            MigrationFolders folders,
            Database database,
            MigratorSettings settings,
            RollbackTarget target,
            boolean write,
            @Nullable Function<PostgresVersion, DisposablePostgres> serverOrNull,
            @Nullable BiConsumer<String, String> dryRunOrNull,
            Consumer<String> plan,
            MigratorListener listener,
            AfterRun after) {}

    public static Result run(Request request) {
        try (OpeningConnection opening = request.database().opening()) {
            Migrations migrations = Migrations.read(request.folders());
            return run(request, migrations, opening.await());
        }
    }

    private static Result run(Request request, Migrations migrations, ServerConnection connection) {
        try {
            Plan plan = new Planner(connection, request.settings().table()).plan(migrations);
            return run(request, migrations, connection, plan);
        } catch (DatabaseNotEmptyException | LockNotObtainedException e) {
            return refused(migrations, Judgement.files(migrations), List.of(PlanLines.failure(e)));
        }
    }

    private static Result run(Request request, Migrations migrations, ServerConnection connection, Plan plan) {
        try {
            RollbackPlan rollback = RollbackPlan.of(plan, request.target());
            if (rollback.chosen().isEmpty()) {
                return result(migrations, plan, "Nothing to roll back.");
            }
            if (request.target() instanceof RollbackTarget.Only) {
                RollbackDependents.refuse(connection, rollback);
            }
            return run(request, migrations, connection, rollback);
        } catch (NotApplicableException e) {
            // The file that seems to be missing can be one that cannot be read.
            List<Failure> failures = new ArrayList<>(PlanLines.unreadable(migrations));
            e.obstacles().stream()
                    .map(obstacle -> obstacle.path().isEmpty()
                            ? Failure.of(obstacle.message(), obstacle.advice())
                            : ChangedFile.failure(obstacle, plan))
                    .forEach(failures::add);
            return refused(migrations, PlanLines.files(migrations, plan), failures);
        }
    }

    private static Result run(
            Request request, Migrations migrations, ServerConnection connection, RollbackPlan rollback) {
        List<Loss> losses = Losses.of(connection, rollback);
        List<String> lines = lines(rollback, losses);
        if (request.serverOrNull() != null) {
            RollbackTrial.Outcome trial = new RollbackTrial(request.serverOrNull())
                    .of(connection, request.settings().table(), migrations, rollback);
            lines.addAll(trial.notes());
            if (trial.failure().isPresent()) {
                return refused(migrations, rollback, trial.failure().get(), lines);
            }
        }
        BiConsumer<String, String> dryRun = request.dryRunOrNull();
        if (dryRun != null) {
            ApplyScript.of(connection, rollback, request.settings())
                    .ifPresent(script ->
                            dryRun.accept(script, Secrets.in(migrations).hide(script)));
            return withNotes(result(migrations, rollback.plan(), "Dry run: nothing was rolled back."), lines);
        }
        if (!request.write() && losses.stream().anyMatch(Loss::losesRows)) {
            Failure failure = Failure.of(
                    "Rolling back would lose rows.",
                    "Save what is needed first, or accept the loss with -Dmigrate.write.");
            return refused(migrations, rollback, failure, lines);
        }
        lines.forEach(request.plan());
        return rollBack(request, migrations, connection, rollback);
    }

    private static Result rollBack(
            Request request, Migrations migrations, ServerConnection connection, RollbackPlan rollback) {
        ApplyProgress progress = new ApplyProgress(request.listener());
        try {
            ApplyResult result = new Migrator(connection, request.settings(), progress).rollBack(migrations, rollback);
            List<Failure> failures = result.failure().map(failure -> FailureWords.of(failure, Direction.BACK)).stream()
                    .toList();
            if (failures.isEmpty()) {
                request.after().run(connection, request.settings(), migrations, rollback.rollbacks());
            }
            Result done = progress.told(PlanLines.result(
                    GOAL,
                    migrations,
                    RunLines.reverted(migrations, result.plan(), result.applied(), Map.of()),
                    failures,
                    List.of("Rolled back " + result.applied().size() + "."),
                    !failures.isEmpty()));
            return Secrets.hidden(migrations, done);
        } catch (LockLostException | OrphanException | ServerException e) {
            List<FileLine> files = RunLines.reverted(
                    migrations,
                    rollback.plan(),
                    progress.applied(),
                    progress.running()
                            .filter(migration -> !FailureWords.rolledBack(e, migration))
                            .map(migration -> Map.of(migration.version(), FileState.UNCLEAR))
                            .orElse(Map.of()));
            Result stopped = progress.told(PlanLines.result(
                    GOAL,
                    migrations,
                    files,
                    FailureWords.of(e, progress.running(), Direction.BACK),
                    List.of("Rolled back " + progress.applied().size() + " before that."),
                    true));
            throw new StoppedException(Secrets.in(migrations).hide(stopped), e);
        }
    }

    private static List<String> lines(RollbackPlan rollback, List<Loss> losses) {
        List<String> lines = new ArrayList<>();
        List<Migration> rollbacks = rollback.rollbacks();
        for (int i = 0; i < rollbacks.size(); i++) {
            lines.add("To roll back: " + rollback.chosen().get(i).version() + " "
                    + rollback.chosen().get(i).name() + ", by "
                    + rollbacks.get(i).path() + ".");
        }
        losses.forEach(loss -> lines.add(LossWords.line(loss) + "."));
        return lines;
    }

    private static Result result(Migrations migrations, Plan plan, String note) {
        return PlanLines.result(GOAL, migrations, PlanLines.files(migrations, plan), List.of(), List.of(note), false);
    }

    private static Result withNotes(Result result, List<String> notes) {
        Result more = result;
        for (String note : notes) {
            more = more.withNote(note);
        }
        return more;
    }

    private static Result refused(Migrations migrations, RollbackPlan rollback, Failure failure, List<String> lines) {
        List<String> notes = new ArrayList<>(lines);
        notes.add(NOTHING);
        Result result = PlanLines.result(
                GOAL, migrations, PlanLines.files(migrations, rollback.plan()), List.of(failure), notes, true);
        return Secrets.hidden(migrations, result);
    }

    private static Result refused(Migrations migrations, List<FileLine> files, List<Failure> failures) {
        return PlanLines.result(GOAL, migrations, files, failures, List.of(NOTHING), true);
    }
}
