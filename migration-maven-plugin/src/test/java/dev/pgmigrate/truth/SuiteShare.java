package dev.pgmigrate.truth;

/**
 * The files that a law judges in the build, other ones for each law, since to run them all takes minutes: of PostgreSQL's
 * regression suite one in eight; of what the project holds one in four where the suite is there as well, else all. {@code
 * -Dlaw.files=.+} judges all.
 */
public final class SuiteShare {
    private final String law;
    private final int oneIn;

    private SuiteShare(String law, int oneIn) {
        this.law = law;
        this.oneIn = oneIn;
    }

    /** Returns the files of PostgreSQL's suite that a law judges, which are always the same. */
    public static SuiteShare of(String law) {
        return new SuiteShare(law, 8);
    }

    /** Returns the histories of the project that a law judges. */
    public static SuiteShare ofOwn(String law) {
        return new SuiteShare(law, LargerSets.areRequired() ? 4 : 1);
    }

    /** Returns whether no file is left out, so that what is said of their number can be held. */
    public boolean isWhole() {
        return LawFiles.areWhole() || (LawFiles.areAll() && oneIn == 1);
    }

    public boolean holds(String file) {
        return LawFiles.areAll() ? Math.floorMod((law + file).hashCode(), oneIn) == 0 : LawFiles.isChosen(file);
    }
}
