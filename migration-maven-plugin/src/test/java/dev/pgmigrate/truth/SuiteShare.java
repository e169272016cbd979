package dev.pgmigrate.truth;

/**
 * The files of PostgreSQL's regression suite that a law judges in the build: one in {@value #ONE_IN}, other ones for each law,
 * since to run them all takes minutes. {@code -Dlaw.files=.+} judges all.
 */
public final class SuiteShare {
    private static final int ONE_IN = 3;

    private final String law;

    private SuiteShare(String law) {
        this.law = law;
    }

    /** Returns the files of a law, which are always the same. */
    public static SuiteShare of(String law) {
        return new SuiteShare(law);
    }

    /** Returns whether no file is left out, so that what is said of their number can be held. */
    public static boolean isWhole() {
        return LawFiles.areWhole();
    }

    public boolean holds(String file) {
        return LawFiles.areAll() ? Math.floorMod((law + file).hashCode(), ONE_IN) == 0 : LawFiles.isChosen(file);
    }
}
