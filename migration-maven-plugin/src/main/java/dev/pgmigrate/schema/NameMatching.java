package dev.pgmigrate.schema;

import java.util.regex.Pattern;

/** How to match objects whose names the server generated, {@code users_email_key}. */
public enum NameMatching {
    /** By name, like all others. */
    BY_NAME,
    /** By name, and those without a counterpart by definition. */
    BY_DEFINITION;

    /** See the manual's CREATE TABLE and CREATE INDEX for the names; a number follows if a name was taken. */
    private static final Pattern GENERATED = Pattern.compile(".*_(pkey|key|idx|fkey|check|excl|seq|not_null)\\d*");

    /** Returns whether the server may have generated {@code name}. */
    static boolean looksGenerated(String name) {
        return GENERATED.matcher(name).matches();
    }
}
