package dev.pgmigrate.apply.plan;

import dev.pgmigrate.apply.plan.Obstacle.Kind;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Rollback;
import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import java.util.Optional;

/** Finds what keeps one applied migration from being rolled back, and says how to go forward instead. */
final class RollbackObstacles {
    private RollbackObstacles() {}

    static List<Obstacle> of(PlannedMigration planned, Plan plan) {
        return switch (planned.state()) {
            case BASELINE ->
                List.of(obstacle(
                        Kind.BASELINE,
                        planned,
                        "Migration " + planned.version() + " was there before this history (baseline), which therefore"
                                + " cannot take it back.",
                        forward(planned)));
            case MISSING, FUTURE ->
                List.of(obstacle(
                        Kind.MISSING,
                        planned,
                        "Migration " + planned.version()
                                + " is applied, but its file is not here, and so neither is its" + " rollback.",
                        "Run this in a checkout that has both."));
            case CHANGED ->
                List.of(obstacle(
                        Kind.CHANGED,
                        planned,
                        "Migration " + planned.version() + " was changed after it was applied, so that its rollback may"
                                + " be for something else.",
                        "Restore the file, or accept the change first: mvn migrate:repair"));
            case APPLIED -> ofApplied(planned, planned.migration().orElseThrow(), plan);
            case PENDING, OUT_OF_ORDER, FAILED, REVERTED, ELSEWHERE -> List.of();
        };
    }

    private static List<Obstacle> ofApplied(PlannedMigration planned, Migration migration, Plan plan) {
        Optional<Directive.Irreversible> irreversible = migration.irreversible();
        if (irreversible.isPresent()) {
            String reason = irreversible.get().reason().map(text -> ": " + text).orElse("");
            return List.of(obstacle(
                    Kind.NO_ROLLBACK,
                    planned,
                    "Migration " + planned.version() + " cannot be undone" + reason + ".",
                    forward(planned)));
        }
        Optional<Rollback> written = migration.rollback().filter(rollback -> !rollback.isStub());
        if (written.isEmpty()) {
            return List.of(obstacle(
                    Kind.NO_ROLLBACK,
                    planned,
                    "Migration " + planned.version() + " has no rollback.",
                    "Draft one: mvn migrate:new -Dkind=rollback -Dof=" + migration.version()
                            + "; or undo it with a new migration: "
                            + command(planned)));
        }
        boolean twin = plan.all().stream()
                .flatMap(other -> other.migration().stream())
                .anyMatch(other -> other != migration && other.version().equals(migration.version()));
        if (twin) {
            return List.of(obstacle(
                    Kind.DUPLICATE_VERSION,
                    planned,
                    "Another file has the version " + planned.version() + " too, so that the rollback may be its.",
                    "Give the one that is not applied anywhere a new version."));
        }
        return Obstacles.of(
                migration.backwards(MigrationVersion.of(planned.version())).orElseThrow());
    }

    private static String forward(PlannedMigration planned) {
        return "Undo it with a new migration: " + command(planned);
    }

    private static String command(PlannedMigration planned) {
        return "mvn migrate:new -Dkind=" + ForwardFix.kind(planned) + " -Dname=undo_" + planned.name();
    }

    private static Obstacle obstacle(Kind kind, PlannedMigration planned, String message, String advice) {
        Optional<Migration> file = planned.migration();
        int place = file.flatMap(Migration::irreversible)
                .map(Directive.Irreversible::range)
                .filter(range -> kind == Kind.NO_ROLLBACK
                        && file.get().directives().irreversible().isPresent())
                .map(SourceRange::start)
                .orElse(0);
        return new Obstacle(
                kind,
                file.map(Migration::path).orElse(planned.version() + "_" + planned.name()),
                file.map(migration -> migration.source().position(place)).orElse(Obstacle.START),
                message,
                advice);
    }
}
