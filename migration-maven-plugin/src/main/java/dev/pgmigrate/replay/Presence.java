package dev.pgmigrate.replay;

/** What the files say about an object. An object that they never mention is unknown, never absent. */
public enum Presence {
    PRESENT,
    ABSENT,
    UNKNOWN;

    public boolean isPresent() {
        return this == PRESENT;
    }

    public boolean isAbsent() {
        return this == ABSENT;
    }
}
