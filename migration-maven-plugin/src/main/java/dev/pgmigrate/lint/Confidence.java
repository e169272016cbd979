package dev.pgmigrate.lint;

import java.util.Locale;

/** Whether a finding rests on what the files say, or on a guess about what they do not. */
public enum Confidence {
    /** Everything that the rule needed was in the files. */
    EXACT,
    /** An object was never seen in the files, and the rule took the likelier case. */
    ASSUMED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
