package dev.pgmigrate.goal;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.history.LockNotObtainedException;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Obstacle;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.repair.RepairPlan;
import dev.pgmigrate.apply.repair.RepairPlanner;
import dev.pgmigrate.apply.repair.RepairWish;
import dev.pgmigrate.apply.repair.RepairWords;
import dev.pgmigrate.apply.repair.Repairer;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ServerConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Mends a history that does not fit its files or its database; shows first what it would do. */
public final class Repair {
    private static final String GOAL = "repair";
    private static final String NOTHING = "Nothing was written.";

    private Repair() {}

    /**
     * What to repair.
     *
     * @param reasonOrNull why, for the events that are left of it
     * @param write whether to write, instead of showing it
     * @param waiting is told who has the history's lock, and for how long this has waited
     */
    public record Request(
            MigrationFolders folders,
            Database database,
            MigratorSettings settings,
            RepairWish wish,
            @Nullable String reasonOrNull,
            boolean write,
            BiConsumer<Optional<AdvisoryLock.Holder>, Duration> waiting) {}

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        List<Failure> unreadable = PlanLines.unreadable(migrations);
        if (!unreadable.isEmpty()) {
            // Their versions would be taken for those of files that are gone.
            return refused(migrations, Judgement.files(migrations), unreadable, List.of());
        }
        try (ServerConnection connection = request.database().open()) {
            return run(request, migrations, connection);
        } catch (DatabaseNotEmptyException | LockNotObtainedException e) {
            return refused(migrations, Judgement.files(migrations), List.of(PlanLines.failure(e)), List.of());
        }
    }

    private static Result run(Request request, Migrations migrations, ServerConnection connection) {
        Planner planner = new Planner(connection, request.settings().table());
        Plan plan = planner.plan(migrations);
        RepairPlan repairs = repairs(request, connection, plan);
        List<FileLine> files = PlanLines.files(migrations, plan);
        List<String> notes = new ArrayList<>();
        repairs.repairs().forEach(repair -> notes.add(repair.version() + ": " + RepairWords.of(repair) + "."));
        if (!repairs.obstacles().isEmpty()) {
            return refused(migrations, files, failures(repairs.obstacles()), notes);
        }
        if (repairs.repairs().isEmpty()) {
            return PlanLines.result(GOAL, migrations, files, List.of(), List.of("Nothing to repair."), false);
        }
        notes.addAll(supabase(connection, repairs));
        if (!request.write()) {
            notes.add(NOTHING + " Review this, and write it with -Dmigrate.write -Dmigrate.reason=\"…\".");
            return PlanLines.result(GOAL, migrations, files, List.of(), notes, false);
        }
        String reason = request.reasonOrNull();
        if (reason == null || reason.isBlank()) {
            Failure failure = Failure.of(
                    "A repair is recorded with its reason, but none is given.", "Say why: -Dmigrate.reason=\"…\".");
            return refused(migrations, files, List.of(failure), notes);
        }
        return written(request, migrations, connection, repairs, reason.strip(), notes);
    }

    private static Result written(
            Request request,
            Migrations migrations,
            ServerConnection connection,
            RepairPlan repairs,
            String reason,
            List<String> notes) {
        Planner planner = new Planner(connection, request.settings().table());
        try {
            new Repairer(connection, request.settings(), reason)
                    .write(repairs, () -> repairs(request, connection, planner.plan(migrations)), request.waiting());
        } catch (NotApplicableException e) {
            return refused(migrations, Judgement.files(migrations), failures(e.obstacles()), notes);
        }
        notes.add("Repaired " + repairs.repairs().size() + ".");
        Migrations now = Migrations.read(request.folders());
        return PlanLines.result(GOAL, now, PlanLines.files(now, planner.plan(now)), List.of(), notes, false);
    }

    private static List<Failure> failures(List<Obstacle> obstacles) {
        return obstacles.stream()
                .map(obstacle -> Failure.of(obstacle.message(), obstacle.advice()))
                .toList();
    }

    private static RepairPlan repairs(Request request, ServerConnection connection, Plan plan) {
        return RepairPlanner.of(
                connection, request.settings().table(), plan, request.wish(), new LostFiles(request.folders())::of);
    }

    private static List<String> supabase(ServerConnection connection, RepairPlan repairs) {
        List<String> commands = repairs.repairs().stream()
                .map(RepairWords::supabaseCommands)
                .flatMap(List::stream)
                .toList();
        return commands.isEmpty() || SupabaseMirror.find(connection).isEmpty()
                ? List.of()
                : List.of(SupabaseMirror.NAME + " is brought in line as well, as by: " + String.join("; ", commands)
                        + ".");
    }

    private static Result refused(
            Migrations migrations, List<FileLine> files, List<Failure> failures, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        all.add(NOTHING);
        return PlanLines.result(GOAL, migrations, files, failures, all, true);
    }
}
