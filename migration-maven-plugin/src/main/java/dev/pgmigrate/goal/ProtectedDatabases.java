package dev.pgmigrate.goal;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.server.ConnectionTarget;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The databases that are changed only by someone who names them again, so that a wrong terminal changes nothing. */
public final class ProtectedDatabases {
    private static final Pattern URL = Pattern.compile("jdbc:postgresql:(?://([^/?]*)/?)?/?([^?]*).*");
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern SUPABASE_HOST = Pattern.compile("db\\.([a-z]+)\\.supabase\\.(?:co|red|net)");
    private static final Pattern SUPABASE_USER = Pattern.compile("[^.]+\\.([a-z]{20})");

    private final List<Pattern> patterns;

    /** Says that a database is protected, or that a pattern cannot be meant. */
    public static final class ProtectedException extends ExplainedException {
        private static final long serialVersionUID = 1L;

        ProtectedException(String message) {
            super(message);
        }
    }

    /**
     * @param patterns of hosts, databases, {@code host/database} and Supabase projects; {@code *} stands for any text
     * @throws ProtectedException if one of them matches every database
     */
    public ProtectedDatabases(List<String> patterns) {
        this.patterns = patterns.stream().map(ProtectedDatabases::pattern).toList();
    }

    private static Pattern pattern(String text) {
        if (text.replaceAll("[*/\\s]", "").isEmpty()) {
            throw new ProtectedException(
                    "The pattern \"" + text + "\" of migrate.protected matches every database. Name a"
                            + " host, a database, host/database or a Supabase project; * stands for a part of a name.");
        }
        String regex =
                Stream.of(text.strip().split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * Refuses to change a protected database without its name.
     *
     * @param confirmedOrNull what was typed
     * @throws ProtectedException if {@code target} is protected and was not named
     */
    public void require(ConnectionTarget target, @Nullable String confirmedOrNull) {
        List<String> names = names(target);
        boolean matches = names.stream()
                .anyMatch(name -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()));
        String name = names.get(0);
        if (matches && (confirmedOrNull == null || !name.equalsIgnoreCase(confirmedOrNull.strip()))) {
            throw new ProtectedException("The database " + name + " is protected, and "
                    + (confirmedOrNull == null
                            ? "nobody has confirmed"
                            : "\"" + confirmedOrNull + "\" does not confirm")
                    + " that it is meant. Nothing was changed. To change it, type -Dmigrate.confirm=" + name);
        }
    }

    /** Returns the names of a database, the one to confirm first. */
    private static List<String> names(ConnectionTarget target) {
        Matcher url = URL.matcher(target.url());
        String authority = url.matches() && url.group(1) != null ? url.group(1) : "";
        String database = url.matches() ? decoded(url.group(2)) : "";
        List<String> names = new ArrayList<>();
        for (String host : (authority.isEmpty() ? "localhost" : authority).split(",", -1)) {
            String name = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
            names.add(name + "/" + database);
            names.add(name);
            Matcher supabase = SUPABASE_HOST.matcher(name);
            if (supabase.matches()) {
                names.add(0, supabase.group(1));
            }
        }
        Matcher pooled = SUPABASE_USER.matcher(target.user());
        if (pooled.matches()) {
            names.add(0, pooled.group(1));
        }
        names.add(database);
        return names;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
