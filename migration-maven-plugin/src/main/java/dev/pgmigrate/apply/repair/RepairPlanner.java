package dev.pgmigrate.apply.repair;

import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.StatementLedger;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.apply.plan.MigrationState;
import dev.pgmigrate.apply.plan.Obstacle;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.PlannedMigration;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds a repair for each contradiction. Writes nothing. */
public final class RepairPlanner {
    private final ServerConnection connection;
    private final StatementLedger ledger;
    private final RepairWish wish;
    private final Function<HistoryRow, Optional<HistoryRepair.RestoreFile>> lost;
    private final List<HistoryRepair> repairs = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final Set<Migration> followed = new HashSet<>();

    private RepairPlanner(
            ServerConnection connection,
            HistoryTable table,
            RepairWish wish,
            Function<HistoryRow, Optional<HistoryRepair.RestoreFile>> lost) {
        this.connection = connection;
        this.ledger = new StatementLedger(table, "true");
        this.wish = wish;
        this.lost = lost;
    }

    /**
     * Returns the repairs for {@code plan}.
     *
     * @param lost finds the file of a row in what git remembers
     */
    public static RepairPlan of(
            ServerConnection connection,
            HistoryTable table,
            Plan plan,
            RepairWish wish,
            Function<HistoryRow, Optional<HistoryRepair.RestoreFile>> lost) {
        RepairPlanner planner = new RepairPlanner(connection, table, wish, lost);
        wish.applied().forEach(version -> planner.markApplied(version, plan));
        wish.reverted().forEach(version -> planner.markReverted(version, plan));
        if (wish.applied().isEmpty() && wish.reverted().isEmpty()) {
            wish.only().forEach(version -> planner.requireKnown(version, plan));
            plan.all().stream()
                    .filter(planned -> wish.only().isEmpty() || isOneOf(planned, wish.only()))
                    .forEach(planned -> planner.find(planned, plan));
            plan.unknownToSupabase().stream()
                    .filter(file ->
                            wish.only().isEmpty() || isOneOf(file.version().toString(), wish.only()))
                    .forEach(file -> planner.repairs.add(new HistoryRepair.TellSupabase(file)));
        }
        return new RepairPlan(planner.repairs, planner.obstacles);
    }

    private void find(PlannedMigration planned, Plan plan) {
        switch (planned.state()) {
            case CHANGED ->
                repairs.add(new HistoryRepair.AcceptChecksum(
                        planned.row().orElseThrow(), planned.migration().orElseThrow()));
            case MISSING -> missing(planned.row().orElseThrow(), plan);
            case FUTURE -> {
                HistoryRow row = planned.row().orElseThrow();
                if (!wish.only().isEmpty() || renumbered(row, plan).isPresent()) {
                    missing(row, plan);
                }
            }
            case FAILED -> clear(planned.row().orElseThrow(), planned.migrationOrNull());
            case ELSEWHERE -> {
                boolean ours = planned.elsewhere()
                        .filter(SupabaseMirror.NAME.toString()::equals)
                        .isPresent();
                if (ours && planned.migration().isPresent()) {
                    markApplied(planned.migration().get());
                }
            }
            case PENDING, APPLIED, BASELINE, OUT_OF_ORDER, REVERTED -> {}
        }
    }

    private void missing(HistoryRow row, Plan plan) {
        Optional<Migration> renumbered = renumbered(row, plan);
        if (renumbered.isPresent()) {
            followed.add(renumbered.get());
            repairs.add(new HistoryRepair.FollowRenumbering(row, renumbered.get()));
        } else if (wish.removeMissing()) {
            repairs.add(new HistoryRepair.RemoveRow(row));
        } else {
            lost.apply(row)
                    .ifPresentOrElse(
                            repairs::add,
                            () -> refuse(
                                    row.version(),
                                    "The file of migration " + row.version() + " is gone, and git has no file with"
                                            + " that version and checksum.",
                                    "Bring it back, or remove its row with -Dmigrate.missing=remove."));
        }
    }

    /** Returns the file without a row that is the row's file under another version. */
    private Optional<Migration> renumbered(HistoryRow row, Plan plan) {
        List<Migration> free = plan.all().stream()
                .filter(planned -> planned.row().isEmpty() && planned.state().isPending())
                .flatMap(planned -> planned.migration().stream())
                .filter(file -> !followed.contains(file))
                .toList();
        Optional<Migration> same = free.stream()
                .filter(file -> file.checksum().hex().equals(row.checksumOrNull()))
                .findFirst();
        return same.isPresent()
                ? same
                : free.stream()
                        .filter(file -> file.name().equals(row.name()))
                        .filter(file -> lost.apply(row)
                                .filter(old -> statements(SqlFile.of(old.path(), "", old.text()))
                                        .equals(statements(file.sql())))
                                .isPresent())
                        .findFirst();
    }

    /** A new version also changes the head of a file, but nothing else. */
    private static List<String> statements(SqlFile file) {
        return file.script().statements().stream()
                .map(Statement::range)
                .map(file.script().source()::text)
                .toList();
    }

    private void clear(HistoryRow row, @Nullable Migration file) {
        boolean ran = ledger.lines(connection, row.version()).stream().anyMatch(StatementLedger.Line::finished);
        if (!ran || (file != null && file.transactionMode() == TransactionMode.TRANSACTION)) {
            repairs.add(new HistoryRepair.ClearFailed(row, new Evidence(List.of(), List.of())));
            return;
        }
        Evidence evidence = file == null
                ? new Evidence(List.of(), List.of())
                : Evidence.thatDidNotRun(file.script().statements(), connection);
        if (convinces(
                evidence, row.version(), "is not cleaned up", "what ran of migration " + row.version() + " is gone")) {
            repairs.add(new HistoryRepair.ClearFailed(row, evidence));
        }
    }

    private void markApplied(String version, Plan plan) {
        Optional<PlannedMigration> found = found(version, plan);
        if (found.isEmpty() || found.get().migration().isEmpty()) {
            refuse("", "No migration has the version " + version + ".", "Name the version of a file.");
        } else if (found.get().state() != MigrationState.FAILED
                && found.get().row().isPresent()) {
            refuse(version, "Migration " + version + " is applied already.", "Remove it from migrate.applied.");
        } else {
            markApplied(found.get().migration().get());
        }
    }

    private void markApplied(Migration file) {
        Evidence evidence = Evidence.thatRan(file.script().statements(), connection);
        if (convinces(
                evidence, file.version().toString(), "does not look applied", "migration " + file.version() + " ran")) {
            repairs.add(new HistoryRepair.MarkApplied(file, evidence));
        }
    }

    private void markReverted(String version, Plan plan) {
        Optional<PlannedMigration> found = found(version, plan)
                .filter(planned -> planned.row().isPresent() && planned.state() != MigrationState.FAILED);
        if (found.isEmpty()) {
            refuse(
                    "",
                    "Version " + version + " is not applied.",
                    "Name an applied version: mvn migrate:status lists them.");
            return;
        }
        Migration file = found.get().migrationOrNull();
        Evidence evidence = file == null
                ? new Evidence(List.of(), List.of())
                : Evidence.thatDidNotRun(file.script().statements(), connection);
        if (convinces(evidence, version, "does not look undone", "migration " + version + " was undone")) {
            repairs.add(new HistoryRepair.MarkReverted(found.get().row().orElseThrow(), file, evidence));
        }
    }

    private boolean convinces(Evidence evidence, String version, String contradicted, String claim) {
        if (wish.force() || evidence.convinces()) {
            return true;
        }
        refuse(
                version,
                evidence.contradicts().isEmpty()
                        ? "Nothing in the database shows whether " + claim + "."
                        : "Migration " + version + " " + contradicted + ": " + String.join(", ", evidence.contradicts())
                                + ".",
                "Find out, and insist with -Dmigrate.force.");
        return false;
    }

    private void requireKnown(String version, Plan plan) {
        if (found(version, plan).isEmpty()) {
            refuse("", "No file and no row has the version " + version + ".", "mvn migrate:status lists them.");
        }
    }

    private void refuse(String version, String message, String advice) {
        obstacles.add(new Obstacle(Obstacle.Kind.ELSEWHERE, version, Obstacle.START, message, advice));
    }

    private static Optional<PlannedMigration> found(String version, Plan plan) {
        return plan.all().stream()
                .filter(planned -> isOneOf(planned, List.of(version)))
                .findFirst();
    }

    private static boolean isOneOf(PlannedMigration planned, List<String> versions) {
        return isOneOf(planned.version(), versions);
    }

    private static boolean isOneOf(String version, List<String> versions) {
        return versions.stream().anyMatch(other -> key(other).equals(key(version)));
    }

    private static Object key(String version) {
        return MigrationVersion.isVersion(version) ? MigrationVersion.of(version) : version;
    }
}
