package dev.pgmigrate.goal;

import dev.pgmigrate.postgres.LockMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a proof says about a migration.
 *
 * @param applies whether it applies
 * @param millis how long that took
 * @param secondRunOrNull what a second run does, or null if it was not tried
 * @param rollbackOrNull what its rollback does, or null if it was not tried
 * @param statements when its statements ran, if it ran in one transaction
 * @param locks what its statements did to tables that were there before
 * @param bodies the statements in bodies of functions that cannot run
 * @param policies what fails on tables with row-level security that it touches
 * @param refusedOrNull what the server refused while tables had rows that were made up, or null if it applied then
 * @param standIns the extensions that it uses and that were only stand-ins
 * @param unproved what was not looked at
 * @param failures what fails the goal, by the part that it is of
 * @param rows how many rows its tables have before and after it, where that was counted
 */
public record ProofLine(
        boolean applies,
        long millis,
        @Nullable Verdict secondRunOrNull,
        @Nullable Verdict rollbackOrNull,
        List<StatementRow> statements,
        List<LockRow> locks,
        List<BodyRow> bodies,
        List<PolicyRow> policies,
        @Nullable Failure refusedOrNull,
        List<String> standIns,
        List<String> unproved,
        Map<ProofPart, List<Failure>> failures,
        List<RowCount> rows) {
    public ProofLine {
        statements = List.copyOf(statements);
        locks = List.copyOf(locks);
        bodies = List.copyOf(bodies);
        policies = List.copyOf(policies);
        standIns = List.copyOf(standIns);
        unproved = List.copyOf(unproved);
        failures = Map.copyOf(failures);
        rows = List.copyOf(rows);
    }

    /** Returns the line of a migration of which nothing else was tried. */
    static ProofLine onlyRun(boolean applies, long millis) {
        return new ProofLine(
                applies, millis, null, null, List.of(), List.of(), List.of(), List.of(), null, List.of(), List.of(),
                Map.of(), List.of());
    }

    /** Returns whether it was watched while it ran. */
    public boolean isObserved() {
        return secondRunOrNull != null || !statements.isEmpty() || !unproved.isEmpty();
    }

    public Optional<Verdict> secondRun() {
        return Optional.ofNullable(secondRunOrNull);
    }

    public Optional<Verdict> rollback() {
        return Optional.ofNullable(rollbackOrNull);
    }

    public Optional<Failure> refused() {
        return Optional.ofNullable(refusedOrNull);
    }

    /**
     * Returns the line for people: {@code applies 11 ms · again same · rollback exact · locks public.orders ACCESS EXCLUSIVE
     * 3 ms, blocks reads}.
     */
    String words() {
        if (!applies) {
            return "";
        }
        return "applies " + millis + " ms"
                + (refusedOrNull == null ? "" : ", not to tables with rows")
                + secondRun().map(verdict -> " · again " + verdict.word()).orElse("")
                + rollback().map(verdict -> " · rollback " + verdict.word()).orElse("")
                + (bodies.stream().allMatch(BodyRow::mended) ? "" : " · bodies fail")
                + (policies.isEmpty() ? "" : " · policies fail")
                + strongest().map(ProofLine::words).orElse("")
                + (standIns.isEmpty() ? "" : " · stand-in for " + String.join(", ", standIns));
    }

    private Optional<LockRow> strongest() {
        return locks.stream()
                .filter(lock -> lock.blocks().equals("reads") || lock.blocks().equals("writes"))
                .max(Comparator.comparing(
                                (LockRow lock) -> LockMode.valueOf(lock.mode().replace(' ', '_')))
                        .thenComparing(LockRow::millis));
    }

    private static String words(LockRow lock) {
        return " · locks " + lock.table() + " " + lock.mode() + " " + lock.millis() + " ms, blocks " + lock.blocks();
    }
}
