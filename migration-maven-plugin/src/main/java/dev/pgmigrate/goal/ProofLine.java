package dev.pgmigrate.goal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a proof says about a migration.
 *
 * @param applies whether it applies
 * @param millis how long that took
 * @param secondRunOrNull what a second run does, or null if it was not tried
 * @param rollbackOrNull what its rollback does, or null if it was not tried
 */
public record ProofLine(
        boolean applies,
        long millis,
        @Nullable Verdict secondRunOrNull,
        @Nullable Verdict rollbackOrNull) {
    public Optional<Verdict> secondRun() {
        return Optional.ofNullable(secondRunOrNull);
    }

    public Optional<Verdict> rollback() {
        return Optional.ofNullable(rollbackOrNull);
    }

    /** Returns the line for people, {@code applies 11 ms · again same · rollback exact}. */
    String words() {
        if (!applies) {
            return "";
        }
        return "applies " + millis + " ms"
                + secondRun().map(verdict -> " · again " + verdict.word()).orElse("")
                + rollback().map(verdict -> " · rollback " + verdict.word()).orElse("");
    }
}
