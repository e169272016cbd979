package dev.pgmigrate.server;

import dev.pgmigrate.server.BadTargetException.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/**
 * Collects connection parameters under the names of libpq (manual, 34.1.2 "Parameter Key Words"), of the driver and of
 * other tools, and builds one driver URL from them.
 *
 * <p>Whatever has no counterpart is refused: silently dropping a part of a URL would send a migration to a different
 * server or schema.
 */
final class LibpqParameters {
    private static final Map<String, String> DRIVER_NAMES = Map.ofEntries(
            Map.entry("application_name", "ApplicationName"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("krbsrvname", "kerberosServerName"),
            Map.entry("require_auth", "requireAuth"),
            Map.entry("sslnegotiation", "sslNegotiation"));

    private static final Map<String, String> SESSION_ATTRS = Map.of(
            "read-write", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    /** Server settings that lib/pq, pgx and others accept as parameters of a URL. */
    private static final Set<String> SETTINGS = Set.of(
            "datestyle",
            "default_transaction_isolation",
            "intervalstyle",
            "lc_messages",
            "role",
            "search_path",
            "statement_timeout",
            "lock_timeout",
            "timezone",
            "work_mem");

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("connection_limit", "it is Prisma's, and this tool keeps no pool: leave it out"),
            Map.entry("currentschema", "write it currentSchema"),
            Map.entry("passfile", "no password file is read: set MIGRATE_PASSWORD or migrate.serverId"),
            Map.entry(
                    "pgbouncer",
                    "a migration needs a session of its own: use the address of the database itself instead"),
            Map.entry("pool_timeout", "it is Prisma's, and this tool keeps no pool: leave it out"),
            Map.entry("readonly", "a migration writes: leave it out"),
            Map.entry("replication", "a migration needs an ordinary session: leave it out"),
            Map.entry("service", "no service file is read: write host, port and database into the URL"),
            Map.entry("sslaccept", "write sslmode=require, or sslmode=verify-full to check the certificate"),
            Map.entry("socket", "it is a Unix socket, which the driver cannot use: name a host, such as localhost"),
            Map.entry("x-migrations-table", "set migrate.historySchema and migrate.historyTable"));

    private final Map<String, String> driver = new TreeMap<>();
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable String database;
    private String hosts = "";
    private String ports = "";

    void user(@Nullable String value) {
        user = value;
    }

    void password(@Nullable String value) {
        password = value;
    }

    void database(@Nullable String value) {
        database = value;
    }

    /** Adds hosts and ports in the form of a URL: {@code a:1,[::1]:2,c}. */
    void authority(String text) {
        List<String> names = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            int colon = one.indexOf(':', Math.max(0, one.lastIndexOf(']')));
            names.add(colon < 0 ? one : one.substring(0, colon));
            numbers.add(colon < 0 ? "" : one.substring(colon + 1));
        }
        hosts = String.join(",", names);
        ports = String.join(",", numbers);
    }

    /**
     * Adds a parameter; it replaces an earlier one of the same name, and the address as well.
     *
     * @throws BadTargetException if it cannot be honoured
     */
    void put(String name, String value) {
        switch (name) {
            case "user" -> user = nonEmpty(value);
            case "password" -> password = nonEmpty(value);
            case "dbname", "PGDBNAME" -> database = nonEmpty(value);
            case "host", "hostaddr", "PGHOST" -> hosts = value;
            case "port", "PGPORT" -> ports = value;
            case "keepalives" -> driver.put("tcpKeepAlive", Boolean.toString(!value.equals("0")));
            case "load_balance_hosts" -> driver.put("loadBalanceHosts", Boolean.toString(value.equals("random")));
            case "fallback_application_name" -> driver.putIfAbsent("ApplicationName", value);
            case "target_session_attrs" ->
                driver.put("targetServerType", SESSION_ATTRS.getOrDefault(value.toLowerCase(Locale.ROOT), value));
            case "schema" -> driver.put("currentSchema", '"' + value.replace("\"", "\"\"") + '"');
            case "client_encoding" -> requireUtf8(value);
            default -> other(name, value);
        }
    }

    private void other(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("sslrootcert") && value.equals("system")) {
            driver.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory"); // the certificates of the JVM
            driver.put("sslmode", "verify-full");
        } else if (DRIVER_NAMES.containsKey(name)) {
            driver.put(DRIVER_NAMES.getOrDefault(name, name), value);
        } else if (lower.equals("search_path")) {
            driver.put("currentSchema", value);
        } else if (SETTINGS.contains(lower)) {
            other("options", "-c " + lower + "=" + escaped(value));
        } else if (name.equals("options")) {
            driver.merge(name, value, (had, more) -> had + " " + more);
        } else if (PGProperty.forName(name) != null && !ADVICE.containsKey(lower)) {
            driver.put(name, value);
        } else {
            throw unknown(name, lower);
        }
    }

    private static BadTargetException unknown(String name, String lower) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_.-]{0,40}")) {
            return malformed("has a parameter without a name after its ?; " + ESCAPES); // perhaps a password
        }
        String advice = ADVICE.getOrDefault(
                lower, "leave it out, or, if it is a setting of the server, write options=-c%20" + name + "%3Dvalue");
        return new BadTargetException(
                Problem.UNKNOWN_PARAMETER,
                "The database URL has the parameter " + name + ", which has no effect here: " + advice + ".");
    }

    /** The driver puts {@code options} into the start-up packet, where a blank ends a word (manual, 54.7). */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(" ", "\\ ");
    }

    private static void requireUtf8(String value) {
        String encoding = value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (!encoding.equals("utf8") && !encoding.equals("unicode") && !encoding.equals("auto")) {
            throw new BadTargetException(
                    Problem.UNKNOWN_PARAMETER,
                    "The database URL asks for a client_encoding other than UTF8, in which migrations are read:"
                            + " leave it out.");
        }
    }

    /** Returns what was collected. */
    DatabaseUrl.Remote remote() {
        return new DatabaseUrl.Remote(
                "jdbc:postgresql://" + address() + "/" + (database == null ? "" : encode(database)),
                new Credentials(user, password),
                driver);
    }

    private String address() {
        String[] names = hosts.split(",", -1);
        String[] numbers = ports.split(",", -1);
        if (numbers.length > 1 && numbers.length != names.length) {
            throw malformed(
                    "names " + names.length + " hosts and " + numbers.length + " ports: write host:port for each");
        }
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String port = port(numbers.length == 1 ? numbers[0] : numbers[i]);
            addresses.add(host(names[i].strip()) + (port.isEmpty() ? "" : ":" + port));
        }
        return String.join(",", addresses);
    }

    private static String host(String name) {
        if (name.startsWith("/") || name.startsWith("@") || name.regionMatches(true, 0, "%2F", 0, 3)) {
            throw new BadTargetException(
                    Problem.UNIX_SOCKET,
                    "The database is named by a Unix socket, which the driver cannot use: name a host, such as"
                            + " localhost.");
        }
        boolean bare = name.indexOf(':') >= 0 && !name.startsWith("[");
        if (!name.matches("\\[?[\\p{L}\\p{N}._:%-]*]?")) {
            throw malformed("has a host with characters that no host has; " + ESCAPES);
        }
        if (name.isEmpty()) {
            return "localhost";
        }
        return bare ? "[" + name + "]" : name;
    }

    private static String port(String text) {
        boolean number = text.length() <= 5
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.isEmpty() || Integer.parseInt(text) <= 65_535);
        if (!number) {
            throw malformed("has no number as its port; " + ESCAPES);
        }
        return text;
    }

    private static final String ESCAPES =
            "in a user or password write / as %2F, @ as %40, : as %3A, ? as %3F and % as %25";

    /** Says what is wrong with a URL without quoting it, since it is unknown which part is the password. */
    static BadTargetException malformed(String what) {
        return new BadTargetException(Problem.MALFORMED, "The database URL " + what + ".");
    }

    static String escapes() {
        return ESCAPES;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static @Nullable String nonEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
