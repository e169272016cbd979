package dev.pgmigrate.replay;

/**
 * One thing that a schema says and the catalog does not.
 *
 * @param kind what it is about: {@code column type}
 * @param object whose it is: {@code public.users.email}
 * @param detail what either says
 */
record Difference(String kind, String object, String detail) {
    /** Returns whether it is the same one, however its details have changed since. */
    String key() {
        return kind + " " + object;
    }

    @Override
    public String toString() {
        return kind + " " + object + ": " + detail;
    }
}
