package dev.pgmigrate.truth;

import java.util.regex.Pattern;

/** The files that the truth laws look at: all of them, or those whose names match {@code -Dlaw.files=create_.*}. */
public final class LawFiles {
    private static final String ALL = ".*";
    private static final Pattern CHOSEN = Pattern.compile(System.getProperty("law.files", ALL));

    private LawFiles() {}

    /** Returns whether no file is left out, so that what is said of their number can be held. */
    public static boolean areAll() {
        return CHOSEN.pattern().equals(ALL);
    }

    /** Returns whether every file is asked for, {@code -Dlaw.files=.+}, of which the build takes a sample. */
    public static boolean areWhole() {
        return CHOSEN.pattern().equals(".+");
    }

    public static boolean isChosen(String file) {
        return CHOSEN.matcher(file).matches();
    }
}
