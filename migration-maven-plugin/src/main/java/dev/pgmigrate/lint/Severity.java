package dev.pgmigrate.lint;

import java.util.Locale;

/** The weight of a finding; only {@link #ERROR} fails a build by default. */
public enum Severity {
    ERROR,
    WARNING,
    INFO,
    OFF;

    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** Returns the word that configuration and reports use: {@code error}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
