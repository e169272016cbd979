package dev.pgmigrate.scaffold;

/** A template has a hole that neither a parameter nor the migration's name fills. */
public final class MissingValueException extends NewMigrationException {
    private static final long serialVersionUID = 1;

    private final String hole;

    MissingValueException(String hole, String message) {
        super(message);
        this.hole = hole;
    }

    /** Returns the parameter that would fill it, {@code column}. */
    public String hole() {
        return hole;
    }
}
