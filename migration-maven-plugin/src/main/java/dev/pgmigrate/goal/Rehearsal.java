package dev.pgmigrate.goal;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.proof.LockPrediction;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Applies the pending migrations for real to a copy of production, such as a restored backup, and tells what each locked, how
 * long it took and what it did to the rows.
 */
public final class Rehearsal {
    private static final String GOAL = "test";

    private Rehearsal() {}

    /**
     * What to rehearse, and where.
     *
     * @param database the copy, with the history that production has
     * @param announcing is told which database is about to be changed
     * @param listener is told of the progress
     */
    public record Request(
            MigrationFolders folders,
            Database database,
            MigratorSettings settings,
            Consumer<String> announcing,
            MigratorListener listener) {}

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        List<Failure> rejected = PlanLines.unreadable(migrations);
        if (!rejected.isEmpty()) {
            return refused(migrations, rejected);
        }
        try (ServerConnection connection = request.database().open()) {
            Planner planner = new Planner(connection, request.settings().table());
            Plan plan = planner.plan(migrations);
            if (plan.all().stream().noneMatch(planned -> planned.row().isPresent())) {
                return refused(migrations, List.of(hasNoHistory(request)));
            }
            List<Failure> failures = plan.objections(request.settings().outOfOrder()).stream()
                    .map(obstacle -> ChangedFile.failure(obstacle, plan))
                    .toList();
            return failures.isEmpty()
                    ? rehearsed(request, migrations, plan, connection)
                    : refused(migrations, failures);
        } catch (DatabaseNotEmptyException e) {
            return refused(migrations, List.of(PlanLines.failure(e)));
        }
    }

    private static Failure hasNoHistory(Request request) {
        return Failure.of(
                request.database().target() + " has no history of migrations, so it is no copy of production.",
                "Restore a backup that holds " + request.settings().table()
                        + "; without migrate.rehearse, everything is" + " proved from the first migration on.");
    }

    private static Result refused(Migrations migrations, List<Failure> failures) {
        return PlanLines.result(
                GOAL, migrations, Judgement.files(migrations), failures, List.of("Nothing was rehearsed."), true);
    }

    private static Result rehearsed(Request request, Migrations migrations, Plan plan, ServerConnection connection) {
        int pending = plan.pending().size();
        String where = "REHEARSAL on " + request.database().target() + ": " + pending
                + (pending == 1 ? " migration runs" : " migrations run")
                + " there for real and " + (pending == 1 ? "stays" : "stay") + " applied; nothing else is changed.";
        request.announcing().accept(where);
        RehearsalWatch watch = new RehearsalWatch(connection, predicted(migrations, connection), request.listener());
        Result applied = Apply.on(
                        connection,
                        new Apply.Request(
                                request.folders(),
                                LintSettings.defaults().neverFailing(),
                                request.database(),
                                request.settings(),
                                null,
                                watch),
                        migrations)
                .as(GOAL);
        List<FileLine> files = applied.files().stream()
                .map(file ->
                        watch.line(file.path()).map(line -> file.with(line)).orElse(file))
                .toList();
        return applied.with(files, List.of()).withNote(where);
    }

    private static Map<String, Map<SourceRange, Map<QualifiedName, LockPrediction.Expected>>> predicted(
            Migrations migrations, ServerConnection connection) {
        LockPrediction prediction = new LockPrediction(
                Runner.MIGRATE, new ArrayList<>(Arrays.asList(connection.searchPath())), connection.version());
        Map<String, Map<SourceRange, Map<QualifiedName, LockPrediction.Expected>>> predicted = new HashMap<>();
        for (Migration migration : migrations.all()) {
            predicted.put(migration.path(), prediction.next(migration.sql()));
        }
        return predicted;
    }
}
