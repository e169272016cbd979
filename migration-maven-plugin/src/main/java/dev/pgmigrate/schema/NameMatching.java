package dev.pgmigrate.schema;

import java.util.regex.Pattern;

/** How objects whose names the server made up, {@code users_email_key}, find their counterparts. */
public enum NameMatching {
    /** By name, as all others. */
    BY_NAME,
    /** By name, and those without a counterpart by what they are. */
    BY_DEFINITION;

    /** See the manual's CREATE TABLE and CREATE INDEX for the names; a number follows where one was taken. */
    private static final Pattern GENERATED = Pattern.compile(".*_(pkey|key|idx|fkey|check|excl|seq|not_null)\\d*");

    /** Returns whether the server may have made up {@code name}. */
    static boolean looksGenerated(String name) {
        return GENERATED.matcher(name).matches();
    }
}
