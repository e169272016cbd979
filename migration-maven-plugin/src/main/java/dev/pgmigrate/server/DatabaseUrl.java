package dev.pgmigrate.server;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.BadTargetException.Problem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database as users write it: {@code jdbc:postgresql:…}, {@code postgres://…} or {@code embedded[:major]}. */
public sealed interface DatabaseUrl {
    /** A disposable server that this build starts. */
    record Embedded(PostgresVersion version) implements DatabaseUrl {}

    /**
     * An existing server.
     *
     * @param url the JDBC URL without credentials
     * @param credentials those in the URL itself
     * @param parameters the driver's parameters
     */
    record Remote(String url, Credentials credentials, Map<String, String> parameters) implements DatabaseUrl {
        public Remote {
            parameters = Map.copyOf(parameters);
        }

        /**
         * Returns the target; {@code given} takes precedence over the credentials in the URL, and those over {@code
         * fallback}.
         */
        ConnectionTarget target(Credentials given, Credentials fallback) {
            Credentials all = given.orElse(credentials).orElse(fallback);
            String user = all.userOrNull();
            return new ConnectionTarget(
                    url, user == null ? System.getProperty("user.name", "") : user, all.passwordOrNull(), parameters);
        }

        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * The passwords that {@link #mask} hides: in the user part of a URL, and as a parameter. They may contain blanks,
     * since people forget to escape them.
     */
    Pattern IN_USER_PART = Pattern.compile("((?:://|\\bjdbc:postgresql:)[^:/?@\\s]*"
            + "(?::(?!\\d{1,5}/[^@\\n]*\\?)(?=[^\\n]*@)|/(?=[^/?@\\n]+@)))[^\\n]*@");

    Pattern IN_PARAMETER = Pattern.compile("(?i)((?:[?&;]|\\b)(?:ssl)?password=)[^&;\\n]*");

    /**
     * Parses what a user wrote.
     *
     * @throws BadTargetException if it does not denote a PostgreSQL database
     */
    static DatabaseUrl parse(String text) {
        String url = text.strip();
        if (url.equals("embedded") || url.startsWith("embedded:")) {
            return embedded(url);
        }
        if (url.contains("[YOUR-PASSWORD]")) {
            throw new BadTargetException(
                    Problem.PLACEHOLDER,
                    "The database URL still contains [YOUR-PASSWORD]: replace it with the password of the database.");
        }
        if (url.startsWith("jdbc:postgresql:") || url.startsWith("postgres://") || url.startsWith("postgresql://")) {
            return new DatabaseUrlReader(url).read();
        }
        throw notADatabase(url);
    }

    private static BadTargetException notADatabase(String url) {
        if (url.startsWith("http://") || url.startsWith("https://")) {
            return new BadTargetException(
                    Problem.NOT_A_DATABASE,
                    "The database URL is a web address: use the connection string, postgres://… (Supabase shows it"
                            + " under Connect).");
        }
        // Nothing of an unreadable URL is shown: any part may be a password.
        Matcher scheme = Pattern.compile("(?:jdbc:[a-z0-9]{1,20}|[a-z][a-z0-9+.-]{0,30}(?=://)):")
                .matcher(url);
        String shown = url.matches("[\\w.-]+") ? "\"" + url + "\"" : "The database URL";
        return new BadTargetException(
                Problem.NOT_A_DATABASE,
                (scheme.lookingAt() ? "A database URL that begins with " + scheme.group() : shown)
                        + " is not a PostgreSQL URL: write jdbc:postgresql://host/database,"
                        + " postgres://user@host/database or embedded.");
    }

    private static Embedded embedded(String url) {
        if (url.equals("embedded")) {
            return new Embedded(PostgresVersion.NEWEST);
        }
        try {
            return new Embedded(new PostgresVersion(Integer.parseInt(url.substring("embedded:".length()))));
        } catch (IllegalArgumentException e) {
            throw new BadTargetException(
                    Problem.MALFORMED,
                    "\"embedded:\" is followed by no major version of PostgreSQL: write embedded:17.");
        }
    }

    /** Returns whether {@code text} contains a password. */
    static boolean holdsPassword(String text) {
        return !mask(text).equals(text);
    }

    /** Returns {@code text} with every password in a URL hidden. */
    static String mask(String text) {
        String masked = IN_PARAMETER.matcher(text).replaceAll("$1***");
        return IN_USER_PART.matcher(masked).replaceAll("$1***@");
    }
}
