package dev.pgmigrate.server;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.BadTargetException.Problem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user writes to name a database: {@code jdbc:postgresql:…}, {@code postgres://…} or {@code embedded[:major]}.
 */
public sealed interface DatabaseUrl {
    /** A disposable server that this build starts. */
    record Embedded(PostgresVersion version) implements DatabaseUrl {}

    /**
     * A server that is there.
     *
     * @param url the JDBC URL without credentials
     * @param credentials those that the URL itself held
     * @param parameters the driver's parameters
     */
    record Remote(String url, Credentials credentials, Map<String, String> parameters) implements DatabaseUrl {
        public Remote {
            parameters = Map.copyOf(parameters);
        }

        /** Returns the target, with {@code given} before what the URL held, and {@code fallback} after it. */
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
     * The passwords that {@link #mask} covers: in the user part of a URL, and as one of its parameters. They may hold
     * blanks, since people forget to escape them.
     */
    Pattern IN_USER_PART = Pattern.compile("((?:://|\\bjdbc:postgresql:)[^:/?@\\s]*"
            + "(?::(?!\\d{1,5}/[^@\\n]*\\?)(?=[^\\n]*@)|/(?=[^/?@\\n]+@)))[^\\n]*@");

    Pattern IN_PARAMETER = Pattern.compile("(?i)((?:[?&;]|\\b)(?:ssl)?password=)[^&;\\n]*");

    /**
     * Reads what a user wrote.
     *
     * @throws BadTargetException if it names no PostgreSQL database
     */
    static DatabaseUrl parse(String text) {
        String url = text.strip();
        if (url.equals("embedded") || url.startsWith("embedded:")) {
            return embedded(url);
        }
        if (url.contains("[YOUR-PASSWORD]")) {
            throw new BadTargetException(
                    Problem.PLACEHOLDER,
                    "The database URL still holds [YOUR-PASSWORD]: put the password of the database in its place.");
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
        // Where nothing can be read, nothing is shown: any part may be a password.
        Matcher scheme = Pattern.compile("(?:jdbc:[a-z0-9]{1,20}|[a-z][a-z0-9+.-]{0,30}(?=://)):")
                .matcher(url);
        String shown = url.matches("[\\w.-]+") ? "\"" + url + "\"" : "The database URL";
        return new BadTargetException(
                Problem.NOT_A_DATABASE,
                (scheme.lookingAt() ? "A database URL that begins with " + scheme.group() : shown)
                        + " is no PostgreSQL URL: write jdbc:postgresql://host/database, postgres://user@host/database"
                        + " or embedded.");
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

    /** Returns whether a password stands in {@code text}. */
    static boolean holdsPassword(String text) {
        return !mask(text).equals(text);
    }

    /** Returns {@code text} with every password in a URL covered. */
    static String mask(String text) {
        String masked = IN_PARAMETER.matcher(text).replaceAll("$1***");
        return IN_USER_PART.matcher(masked).replaceAll("$1***@");
    }
}
