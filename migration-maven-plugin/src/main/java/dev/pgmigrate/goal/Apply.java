package dev.pgmigrate.goal;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.LockLostException;
import dev.pgmigrate.apply.history.LockNotObtainedException;
import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.PlannedMigration;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.run.AppliedMigration;
import dev.pgmigrate.apply.run.ApplyResult;
import dev.pgmigrate.apply.run.ApplyScript;
import dev.pgmigrate.apply.run.Direction;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.apply.run.OrphanException;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.OpeningConnection;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Applies the pending migrations, provided that the linter has no objection. */
public final class Apply {
    private Apply() {}

    /**
     * What to apply, where and how.
     *
     * @param dryRunOrNull receives the SQL instead of the server, as it would run and as it may be shown, or null to run
     *     it
     * @param listener is notified of progress
     * @param after what follows a run without a failure
     */
    public record Request(
            MigrationFolders folders,
            LintSettings lint,
            Database database,
            MigratorSettings settings,
            @Nullable BiConsumer<String, String> dryRunOrNull,
            MigratorListener listener,
            AfterRun after) {
        /** A request after which nothing follows. */
        public Request(
                MigrationFolders folders,
                LintSettings lint,
                Database database,
                MigratorSettings settings,
                @Nullable BiConsumer<String, String> dryRunOrNull,
                MigratorListener listener) {
            this(folders, lint, database, settings, dryRunOrNull, listener, AfterRun.NOTHING);
        }
    }

    public static Result run(Request request) {
        try (OpeningConnection opening = request.database().opening()) {
            Migrations migrations = Migrations.read(request.folders());
            return on(opening.await(), request, migrations);
        }
    }

    /** Like {@link #run(Request)}, in the session of {@code connection}. */
    static Result on(ServerConnection connection, Request request, Migrations migrations) {
        try {
            return run(
                    request,
                    migrations,
                    connection,
                    new Planner(connection, request.settings().table()).plan(migrations));
        } catch (DatabaseNotEmptyException | LockNotObtainedException e) {
            return refused(migrations, PlanLines.failure(e));
        }
    }

    private static Result run(Request request, Migrations migrations, ServerConnection connection, Plan plan) {
        try {
            Set<String> pending = new HashSet<>();
            plan.pending()
                    .forEach(planned -> planned.migration().map(Migration::path).ifPresent(pending::add));
            Result judged = pending.isEmpty()
                    ? PlanLines.result("apply", migrations, List.of(), List.of(), List.of(), false)
                    : Judgement.of(
                                    "apply",
                                    migrations,
                                    request.lint(),
                                    PlanLines.applied(plan)
                                            .outOfOrder(request.settings().outOfOrder()),
                                    new LintMemory())
                            .only(pending)
                            .result()
                            .withNotes(PlanLines.unused(plan));
            if (judged.failed()) {
                return judged.with(PlanLines.files(migrations, plan), List.of()).withNote("Nothing was applied.");
            }
            BiConsumer<String, String> dryRun = request.dryRunOrNull();
            if (dryRun != null) {
                ApplyScript.of(connection, migrations, plan, request.settings())
                        .ifPresent(script ->
                                dryRun.accept(script, Secrets.in(migrations).hide(script)));
                return judged.with(PlanLines.files(migrations, plan), List.of())
                        .withNote("Dry run: nothing was applied.");
            }
            return apply(request, migrations, connection, plan, judged);
        } catch (NotApplicableException e) {
            List<Failure> failures = e.obstacles().stream()
                    .map(obstacle -> ChangedFile.failure(obstacle, plan))
                    .toList();
            return PlanLines.result(
                    "apply", migrations, Judgement.files(migrations), failures, List.of("Nothing was applied."), true);
        }
    }

    private static Result refused(Migrations migrations, Failure failure) {
        return PlanLines.result("apply", migrations, Judgement.files(migrations), List.of(failure), List.of(), true);
    }

    private static Result apply(
            Request request, Migrations migrations, ServerConnection connection, Plan plan, Result judged) {
        ApplyProgress progress = new ApplyProgress(request.listener());
        try {
            ApplyResult result = new Migrator(connection, request.settings(), progress).apply(migrations, plan);
            if (result.failure().isEmpty()) {
                List<Migration> applied = result.applied().stream()
                        .map(AppliedMigration::migration)
                        .toList();
                request.after().run(connection, request.settings(), migrations, applied);
            }
            Result done = progress.told(judged.with(
                            RunLines.applied(migrations, result.plan(), result.applied(), state(result)),
                            result.failure().map(failure -> FailureWords.of(failure, Direction.FORWARD)).stream()
                                    .toList())
                    .withNote(note(result)));
            return Secrets.hidden(migrations, done);
        } catch (LockLostException | OrphanException | ServerException e) {
            Result stopped = progress.told(judged.with(
                            RunLines.applied(
                                    migrations,
                                    plan,
                                    progress.applied(),
                                    progress.running()
                                            .map(migration -> Map.of(
                                                    migration.version(),
                                                    FailureWords.rolledBack(e, migration)
                                                            ? FileState.FAILED
                                                            : FileState.UNCLEAR))
                                            .orElse(Map.of())),
                            FailureWords.of(e, progress.running(), Direction.FORWARD))
                    .withNote("Applied " + progress.applied().size() + " before that."));
            throw new StoppedException(Secrets.in(migrations).hide(stopped), e);
        }
    }

    private static Map<MigrationVersion, FileState> state(ApplyResult result) {
        return result.failure()
                .map(failure -> Map.of(failure.migration().version(), FileState.FAILED))
                .orElse(Map.of());
    }

    private static String note(ApplyResult result) {
        int applied = result.applied().size();
        if (applied == 0 && result.failure().isEmpty()) {
            return "Nothing to apply: the history is up to date.";
        }
        long left = result.plan().all().stream()
                        .map(PlannedMigration::state)
                        .filter(state -> state.isPending())
                        .count()
                - applied;
        return "Applied " + applied + (left > 0 ? "; " + left + " left." : ".");
    }
}
