package dev.pgmigrate.goal;

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

/**
 * What people call a database.
 *
 * @param all its names, the one to show first: {@code host/database}, or the Supabase project
 * @param hosts the hosts of its URL
 * @param database the name on the server
 */
record DatabaseNames(List<String> all, List<String> hosts, String database) {
    private static final Pattern URL = Pattern.compile("jdbc:postgresql:(?://([^/?]*)/?)?/?([^?]*).*");
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern SUPABASE_HOST = Pattern.compile("db\\.([a-z]+)\\.supabase\\.(?:co|red|net)");
    private static final Pattern SUPABASE_USER = Pattern.compile("[^.]+\\.([a-z]{20})");

    DatabaseNames {
        all = List.copyOf(all);
        hosts = List.copyOf(hosts);
    }

    /** Patterns of names, in which {@code *} stands for any text. */
    static final class Patterns {
        private final List<Pattern> patterns;

        /**
         * @param parameter the parameter that holds them
         * @throws ProtectedDatabases.ProtectedException if one of them matches every database
         */
        Patterns(String parameter, List<String> texts) {
            this.patterns = texts.stream().map(text -> pattern(parameter, text)).toList();
        }

        private static Pattern pattern(String parameter, String text) {
            if (text.replaceAll("[*/\\s]", "").isEmpty()) {
                throw new ProtectedDatabases.ProtectedException("The pattern \"" + text + "\" of " + parameter
                        + " matches every database. Name a host, a database, host/database or a Supabase project; *"
                        + " stands for a part of a name.");
            }
            String regex =
                    Stream.of(text.strip().split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }

        boolean matches(String name) {
            return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
        }
    }

    static DatabaseNames of(ConnectionTarget target) {
        Matcher url = URL.matcher(target.url());
        String authority = url.matches() && url.group(1) != null ? url.group(1) : "";
        String database = url.matches() ? decoded(url.group(2)) : "";
        List<String> names = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        for (String host : (authority.isEmpty() ? "localhost" : authority).split(",", -1)) {
            String name = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
            hosts.add(name);
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
        return new DatabaseNames(names, hosts, database);
    }

    String first() {
        return all.get(0);
    }

    boolean matches(Patterns patterns) {
        return all.stream().anyMatch(patterns::matches);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
