package dev.pgmigrate.server;

import org.jspecify.annotations.Nullable;

/**
 * A role and its password, either of which may be missing. Its string form shows neither.
 *
 * @param userOrNull the role, or null
 * @param passwordOrNull the password, or null
 */
public record Credentials(
        @Nullable String userOrNull, @Nullable String passwordOrNull) {
    public static final Credentials NONE = new Credentials(null, null);

    /** Returns these, with missing parts taken from {@code other}. */
    Credentials orElse(Credentials other) {
        return new Credentials(
                userOrNull == null ? other.userOrNull : userOrNull,
                passwordOrNull == null ? other.passwordOrNull : passwordOrNull);
    }

    @Override
    public String toString() {
        return "Credentials";
    }
}
