package dev.pgmigrate.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses the URLs of the driver and of libpq (manual, 34.1.1.2 "Connection URIs") into one form.
 *
 * <p>The driver accepts no user part, and libpq's parameters have different names, so a URL copied from a dashboard or
 * from {@code DATABASE_URL} does not work with the driver as it is.
 */
final class DatabaseUrlReader {
    private final String url;
    private final LibpqParameters parameters = new LibpqParameters();

    DatabaseUrlReader(String url) {
        this.url = url;
    }

    DatabaseUrl.Remote read() {
        boolean jdbc = url.startsWith("jdbc:");
        String rest = url.substring(jdbc ? "jdbc:postgresql:".length() : url.indexOf(':') + 1);
        int question = jdbc ? rest.indexOf('?') : question(rest);
        String query = question < 0 ? "" : rest.substring(question + 1);
        rest = question < 0 ? rest : rest.substring(0, question);
        if (rest.startsWith("//")) {
            authority(rest.substring(2));
        } else if (rest.contains("@")) {
            throw LibpqParameters.malformed("has no // before its host");
        } else if (!rest.isEmpty() && !rest.equals("/")) {
            parameters.database(decode(rest));
        }
        query(query); // after the address, which it may override, as in libpq
        return parameters.remote();
    }

    /**
     * Returns where the query of libpq's form begins. A password may contain a bare {@code ?}, and a query an {@code @};
     * only a {@code ?} after an {@code @} or a {@code /}, or with no {@code @} after it, is certainly not part of a
     * password.
     */
    private static int question(String rest) {
        int last = rest.lastIndexOf('@');
        for (int at = rest.indexOf('?'); at >= 0; at = rest.indexOf('?', at + 1)) {
            if (at > last || rest.substring(0, at).matches("(//)?[^/]*[@/].*")) {
                return at;
            }
        }
        return -1;
    }

    private void authority(String text) {
        int at = text.lastIndexOf('@');
        String rest = text.substring(at + 1);
        if (at >= 0) {
            userPart(text.substring(0, at));
        }
        int slash = rest.indexOf('/');
        if (slash >= 0) {
            parameters.database(nonEmpty(decode(rest.substring(slash + 1))));
        }
        parameters.authority(slash < 0 ? rest : rest.substring(0, slash));
    }

    private void userPart(String text) {
        int colon = text.indexOf(':');
        String user = colon < 0 ? text : text.substring(0, colon);
        if (user.matches(".*[/?#\\s].*")) {
            throw LibpqParameters.malformed(
                    "has no user before its @; write user:password@host, and " + LibpqParameters.escapes());
        }
        parameters.user(nonEmpty(decode(user)));
        if (colon >= 0) {
            parameters.password(nonEmpty(decode(text.substring(colon + 1))));
        }
    }

    private void query(String text) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            } else if (!pair.isEmpty()) {
                parameters.put(decode(pair), "true"); // the driver's "?ssl"
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw LibpqParameters.malformed("has a % that begins no escape; " + LibpqParameters.escapes());
        }
    }

    private static @Nullable String nonEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
