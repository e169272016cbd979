package dev.pgmigrate.lint;

/** The lowest severity that fails a run. */
public enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    /** Returns whether a finding of {@code severity} fails the run. */
    public boolean fails(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity.isAtLeast(Severity.WARNING);
            case NEVER -> false;
        };
    }
}
