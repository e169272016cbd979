package dev.pgmigrate.apply.run;

/** Which way a migration is run. */
public enum Direction {
    /** What its file says, and then it has a row in the history. */
    FORWARD,
    /** What its rollback says, and then its row is gone and an event is left. */
    BACK
}
