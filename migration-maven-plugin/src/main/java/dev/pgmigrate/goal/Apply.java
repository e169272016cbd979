package dev.pgmigrate.goal;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.LockNotObtainedException;
import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.PlannedMigration;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.run.AppliedMigration;
import dev.pgmigrate.apply.run.ApplyResult;
import dev.pgmigrate.apply.run.ApplyScript;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.OpeningConnection;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Applies what is pending, once the linter has nothing against it. */
public final class Apply {
    private Apply() {}

    /**
     * What to apply, where and how.
     *
     * @param dryRunOrNull who takes the SQL instead of the server, or null to run it
     * @param listener is told what happens meanwhile
     */
    public record Request(
            MigrationFolders folders,
            LintSettings lint,
            Database database,
            MigratorSettings settings,
            @Nullable Consumer<String> dryRunOrNull,
            MigratorListener listener) {}

    public static Result run(Request request) {
        try (OpeningConnection opening = OpeningConnection.to(request.database().target())) {
            Migrations migrations = Migrations.read(request.folders());
            return run(request, migrations, opening.await());
        }
    }

    private static Result run(Request request, Migrations migrations, ServerConnection connection) {
        try {
            return run(
                    request,
                    migrations,
                    connection,
                    new Planner(connection, request.settings().table()).plan(migrations));
        } catch (DatabaseNotEmptyException e) {
            return refused(migrations, PlanLines.failure(e));
        } catch (LockNotObtainedException e) {
            return refused(migrations, Failure.of(String.valueOf(e.getMessage()), ""));
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
                            .result();
            if (judged.failed()) {
                return judged.with(PlanLines.files(migrations, plan), List.of()).withNote("Nothing was applied.");
            }
            Consumer<String> dryRun = request.dryRunOrNull();
            if (dryRun != null) {
                ApplyScript.of(connection, migrations, plan, request.settings()).ifPresent(dryRun);
                return judged.with(PlanLines.files(migrations, plan), List.of())
                        .withNote("Dry run: nothing was applied.");
            }
            ApplyResult result =
                    new Migrator(connection, request.settings(), request.listener()).apply(migrations, plan);
            return done(judged, migrations, result);
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

    private static Result done(Result judged, Migrations migrations, ApplyResult result) {
        Map<String, String> now = new HashMap<>();
        for (AppliedMigration applied : result.applied()) {
            now.put(
                    applied.migration().path(),
                    "now, " + applied.duration().toMillis() + " ms"
                            + (applied.tries() > 1 ? ", after " + applied.tries() + " tries" : ""));
        }
        String failedPath =
                result.failure().map(failure -> failure.migration().path()).orElse("");
        List<FileLine> files = new ArrayList<>();
        for (FileLine line : PlanLines.files(migrations, result.plan())) {
            String remark = now.get(line.path());
            if (remark != null) {
                files.add(new FileLine(line.path(), line.version(), line.name(), FileState.APPLIED, remark));
            } else if (line.path().equals(failedPath)) {
                files.add(new FileLine(line.path(), line.version(), line.name(), FileState.FAILED, ""));
            } else {
                files.add(line);
            }
        }
        List<Failure> failures = result.failure().map(FailureWords::of).stream().toList();
        return judged.with(files, failures).withNote(note(result));
    }

    private static String note(ApplyResult result) {
        int applied = result.applied().size();
        if (applied == 0 && result.failure().isEmpty()) {
            return "Nothing to apply: the database is up to date.";
        }
        long left = result.plan().all().stream()
                        .map(PlannedMigration::state)
                        .filter(state -> state.isPending())
                        .count()
                - applied;
        return "Applied " + applied + (left > 0 ? "; " + left + " left." : ".");
    }
}
