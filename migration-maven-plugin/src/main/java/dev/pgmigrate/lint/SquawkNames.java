package dev.pgmigrate.lint;

import java.util.Map;
import java.util.Set;

/** Squawk's rule names where they differ from ours, so that its comments keep their meaning. */
public final class SquawkNames {
    private static final Map<String, Set<String>> OURS = Map.ofEntries(
            Map.entry("adding-foreign-key-constraint", Set.of("constraint-missing-not-valid")),
            Map.entry("adding-serial-primary-key-field", Set.of("adding-primary-key-constraint")),
            Map.entry("ban-concurrent-index-creation-in-transaction", Set.of("non-transactional-alone")),
            Map.entry("ban-truncate-cascade", Set.of("ban-truncate")),
            Map.entry("prefer-big-int", Set.of("prefer-bigint-primary-key")),
            Map.entry("prefer-bigint-over-int", Set.of("prefer-bigint-primary-key")),
            Map.entry("prefer-bigint-over-smallint", Set.of("prefer-bigint-primary-key")),
            Map.entry("prefer-identity", Set.of("prefer-identity", "adding-auto-increment-column")),
            Map.entry("prefer-repack", Set.of("ban-vacuum-full")),
            Map.entry("prefer-timestamp-tz", Set.of("prefer-timestamptz")),
            Map.entry("require-timeout-settings", Set.of("require-lock-timeout", "require-statement-timeout")),
            Map.entry("transaction-nesting", Set.of("ban-uncommitted-transaction")));
    private static final String ROBUST = "prefer-robust-stmts";

    private SquawkNames() {}

    /** Tells whether Squawk means {@code rule} by a name that is not ours. */
    public static boolean mean(String written, Rule rule) {
        if (written.equals(ROBUST)) {
            return rule.category() == Category.IDEMPOTENCY;
        }
        return OURS.getOrDefault(written, Set.of()).contains(rule.id().value());
    }

    static boolean contain(String written) {
        return written.equals(ROBUST) || OURS.containsKey(written);
    }
}
