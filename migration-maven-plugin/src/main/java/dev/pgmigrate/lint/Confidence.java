package dev.pgmigrate.lint;

import java.util.Locale;

/** Whether a finding is based on the files alone, or on a guess about what they do not show. */
public enum Confidence {
    /** Everything that the rule needed was in the files. */
    EXACT,
    /** An object does not occur in the files, and the rule assumed the likelier case. */
    ASSUMED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
