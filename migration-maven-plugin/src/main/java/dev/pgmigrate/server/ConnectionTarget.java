package dev.pgmigrate.server;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A database and the role that connects to it. Its string form never shows the password.
 *
 * @param url the JDBC URL, without user and password
 * @param user the role
 * @param passwordOrNull the password, or null if none is needed
 * @param parameters the driver's connection parameters, such as {@code sslmode}
 */
public record ConnectionTarget(
        String url, String user, @Nullable String passwordOrNull, Map<String, String> parameters) {
    public ConnectionTarget {
        parameters = Map.copyOf(parameters);
    }

    /** Returns a copy with a parameter added or replaced. */
    public ConnectionTarget with(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new ConnectionTarget(url, user, passwordOrNull, more);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
