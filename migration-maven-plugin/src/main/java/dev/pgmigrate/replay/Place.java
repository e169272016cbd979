package dev.pgmigrate.replay;

import java.util.Set;

/** Where a statement stands, which decides whether it runs with the migration. */
public enum Place {
    /** A statement of the file itself. */
    FILE,
    /** Inside the body of a {@code DO}, so it runs with the migration. */
    DO_BODY,
    /** Inside the body of a function or procedure, so it runs whenever that is called. */
    FUNCTION_BODY;

    public static final Set<Place> RUN_WITH_THE_MIGRATION = Set.of(FILE, DO_BODY);
    public static final Set<Place> ALL = Set.of(values());
}
