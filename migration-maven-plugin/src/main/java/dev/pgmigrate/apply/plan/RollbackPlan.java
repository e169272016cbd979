package dev.pgmigrate.apply.plan;

import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.apply.plan.Obstacle.Kind;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.TransactionMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The migrations to roll back, in the reverse order of applying.
 *
 * @param plan the files and the history
 * @param chosen the applied versions to undo, each of which has a rollback that can run
 */
public record RollbackPlan(Plan plan, List<PlannedMigration> chosen) {
    public RollbackPlan {
        chosen = List.copyOf(chosen);
    }

    /**
     * Chooses.
     *
     * @throws NotApplicableException if there is an obstacle
     */
    public static RollbackPlan of(Plan plan, RollbackTarget target) {
        List<PlannedMigration> applied = applied(plan);
        List<PlannedMigration> chosen = chosen(applied, target);
        List<Obstacle> obstacles = new ArrayList<>();
        if (!(target instanceof RollbackTarget.Only)) {
            obstacles.addAll(halfDone(plan, applied));
        }
        plan.in(MigrationState.ELSEWHERE).forEach(planned -> obstacles.addAll(Obstacles.ofHistory(planned)));
        chosen.forEach(planned -> obstacles.addAll(RollbackObstacles.of(planned, plan)));
        if (!obstacles.isEmpty()) {
            throw new NotApplicableException(obstacles);
        }
        return new RollbackPlan(plan, chosen);
    }

    /** Returns the rollbacks, each as something that runs like a migration. */
    public List<Migration> rollbacks() {
        return chosen.stream()
                .flatMap(planned ->
                        planned.migration().flatMap(migration -> migration.backwards(recorded(planned))).stream())
                .toList();
    }

    /** Returns the applied versions that were applied after the oldest of the chosen ones, and stay. */
    public List<PlannedMigration> staying() {
        long oldest = chosen.stream().mapToLong(RollbackPlan::rank).min().orElse(Long.MAX_VALUE);
        return applied(plan).stream()
                .filter(planned -> rank(planned) > oldest && !chosen.contains(planned))
                .toList();
    }

    /**
     * Returns the rollbacks where {@code now}, which was made under the lock, has the history that was looked at.
     *
     * @throws NotApplicableException if it has another
     */
    public List<Migration> stillIn(Plan now) {
        if (!rows(now).equals(rows(plan))) {
            throw new NotApplicableException(List.of(new Obstacle(
                    Kind.CHANGED_MEANWHILE,
                    "",
                    Obstacle.START,
                    "Another session has applied or rolled back a migration since this one looked.",
                    "Check again: mvn migrate:status")));
        }
        return rollbacks();
    }

    private static List<HistoryRow> rows(Plan plan) {
        return plan.all().stream()
                .flatMap(planned -> planned.row().stream())
                .sorted(Comparator.comparing(HistoryRow::rank))
                .toList();
    }

    /** Returns what is applied, newest first. */
    private static List<PlannedMigration> applied(Plan plan) {
        return plan.all().stream()
                .filter(planned -> planned.row().filter(HistoryRow::isApplied).isPresent())
                .sorted(Comparator.comparing(RollbackPlan::rank).reversed())
                .toList();
    }

    private static List<PlannedMigration> chosen(List<PlannedMigration> applied, RollbackTarget target) {
        if (target instanceof RollbackTarget.To to) {
            return applied.subList(0, applied.indexOf(named(applied, to.version(), "migrate.to")));
        }
        if (target instanceof RollbackTarget.Only only) {
            return List.of(named(applied, only.version(), "migrate.version"));
        }
        int steps = ((RollbackTarget.Newest) target).steps();
        if (steps < 1) {
            throw refused("migrate.steps is " + steps + ".", "Name how many migrations to roll back, 1 or more.");
        }
        if (steps > applied.size() && steps > 1) {
            throw refused(
                    "migrate.steps is " + steps + ", but "
                            + (applied.size() == 1 ? "1 migration is" : applied.size() + " migrations are")
                            + " applied.",
                    "Name no more than that.");
        }
        return applied.subList(0, Math.min(steps, applied.size()));
    }

    private static PlannedMigration named(List<PlannedMigration> applied, String version, String parameter) {
        Object key = Plan.key(version);
        Optional<PlannedMigration> found = applied.stream()
                .filter(planned -> Plan.key(planned.version()).equals(key))
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        boolean tooNew = parameter.equals("migrate.to")
                && applied.stream().allMatch(planned -> Plan.compareVersions(planned.version(), version) < 0);
        throw refused(
                "Version " + version + " is not applied"
                        + (tooNew && !applied.isEmpty()
                                ? "; the newest that is, is " + applied.get(0).version() + "."
                                : "."),
                "Set " + parameter + " to an applied version: mvn migrate:status lists them.");
    }

    private static NotApplicableException refused(String message, String advice) {
        return new NotApplicableException(
                List.of(new Obstacle(Kind.UNKNOWN_TARGET, "", Obstacle.START, message, advice)));
    }

    /** A file without a transaction that failed has left what ran before, which may stand on what is to be undone. */
    private static List<Obstacle> halfDone(Plan plan, List<PlannedMigration> applied) {
        long newest = applied.stream().mapToLong(RollbackPlan::rank).max().orElse(0);
        return plan.in(MigrationState.FAILED).stream()
                .filter(planned -> rank(planned) > newest)
                .flatMap(planned -> planned.migration().stream())
                .filter(migration -> migration.transactionMode() == TransactionMode.NONE)
                .map(migration -> new Obstacle(
                        Kind.NEEDED,
                        migration.path(),
                        Obstacle.START,
                        "Migration " + migration.version() + " runs without a transaction and failed half way: what ran"
                                + " of it stays.",
                        "Let it finish first: mvn migrate:apply"))
                .toList();
    }

    private static long rank(PlannedMigration planned) {
        return planned.row().map(HistoryRow::rank).orElse(0L);
    }

    private static MigrationVersion recorded(PlannedMigration planned) {
        return MigrationVersion.of(planned.row().map(HistoryRow::version).orElse(planned.version()));
    }
}
