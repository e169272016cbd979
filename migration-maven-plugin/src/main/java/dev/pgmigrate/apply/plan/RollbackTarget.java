package dev.pgmigrate.apply.plan;

/** Which of the applied migrations are to be rolled back. */
public sealed interface RollbackTarget {
    /** The ones that were applied last. */
    record Newest(int steps) implements RollbackTarget {}

    /** Everything that was applied after a version, which stays. */
    record To(String version) implements RollbackTarget {}

    /** One version, wherever it stands. */
    record Only(String version) implements RollbackTarget {}
}
