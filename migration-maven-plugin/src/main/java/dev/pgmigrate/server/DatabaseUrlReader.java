package dev.pgmigrate.server;

import dev.pgmigrate.server.BadTargetException.Problem;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the URLs of the driver and of libpq (manual, 34.1.1.2 "Connection URIs") into one form.
 *
 * <p>The driver takes no user part, and libpq's parameters have other names, so that a URL copied from a dashboard or from
 * {@code DATABASE_URL} does not work with the driver as it is.
 */
final class DatabaseUrlReader {
    private static final Map<String, String> LIBPQ_NAMES = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "gssencmode", "gssEncMode",
            "target_session_attrs", "targetServerType");

    private static final Map<String, String> LIBPQ_SESSION_ATTRS = Map.of(
            "read-write", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    private final String url;
    private final Map<String, String> parameters = new TreeMap<>();
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable String hosts;
    private @Nullable String database;

    DatabaseUrlReader(String url) {
        this.url = url;
    }

    DatabaseUrl.Remote read() {
        boolean jdbc = url.startsWith("jdbc:");
        String rest = url.substring(jdbc ? "jdbc:postgresql:".length() : url.indexOf(':') + 1);
        // A password may hold a bare '?': in the user part of libpq's form, in the query of the driver's.
        int question = rest.indexOf('?', jdbc ? 0 : Math.max(0, rest.lastIndexOf('@')));
        if (question >= 0) {
            query(rest.substring(question + 1));
            rest = rest.substring(0, question);
        }
        if (rest.startsWith("//")) {
            authority(rest.substring(2));
        } else if (!rest.isEmpty() && !rest.equals("/")) {
            database = decode(rest);
        }
        String address = hosts == null ? "localhost" : hosts;
        String path = database == null ? "" : encode(database);
        return new DatabaseUrl.Remote(
                "jdbc:postgresql://" + address + "/" + path, new Credentials(user, password), parameters);
    }

    private void authority(String text) {
        int at = text.lastIndexOf('@');
        String rest = text.substring(at + 1);
        if (at >= 0) {
            String userPart = text.substring(0, at);
            int colon = userPart.indexOf(':');
            user = nonEmpty(decode(colon < 0 ? userPart : userPart.substring(0, colon)));
            password = colon < 0 ? password : nonEmpty(decode(userPart.substring(colon + 1)));
        }
        int slash = rest.indexOf('/');
        String named = slash < 0 ? rest : rest.substring(0, slash);
        database = slash < 0 ? database : nonEmpty(decode(rest.substring(slash + 1)));
        if (!named.isEmpty()) {
            hosts = Arrays.stream(named.split(",", -1)).map(this::host).collect(Collectors.joining(","));
        }
    }

    private String host(String text) {
        if (text.startsWith("%2F") || text.startsWith("%2f")) {
            throw unixSocket();
        }
        int bracket = text.lastIndexOf(']');
        int colon = text.indexOf(':', Math.max(0, bracket));
        String port = colon < 0 ? "" : text.substring(colon + 1);
        if (!port.isEmpty() && !isPort(port)) {
            throw new BadTargetException(
                    Problem.MALFORMED,
                    "The database URL " + DatabaseUrl.mask(url)
                            + " has no number as its port; in a user or password write / as %2F, @ as %40, : as %3A and ? as %3F.");
        }
        return colon < 0 || port.isEmpty() ? text.substring(0, colon < 0 ? text.length() : colon) : text;
    }

    private static boolean isPort(String text) {
        return text.length() <= 5 && text.chars().allMatch(Character::isDigit) && Integer.parseInt(text) <= 65_535;
    }

    private void query(String text) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                if (!pair.isEmpty()) {
                    parameters.put(decode(pair), "true"); // the driver's "?ssl"
                }
                continue;
            }
            parameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
    }

    private void parameter(String name, String value) {
        switch (name) {
            case "user" -> user = nonEmpty(value);
            case "password" -> password = nonEmpty(value);
            case "dbname" -> database = nonEmpty(value);
            case "host" -> {
                if (value.startsWith("/")) {
                    throw unixSocket();
                }
                hosts = host(value);
            }
            case "port" -> hosts = (hosts == null ? "localhost" : hosts) + ":" + value;
            case "keepalives" -> parameters.put("tcpKeepAlive", Boolean.toString(!value.equals("0")));
            case "target_session_attrs" ->
                parameters.put(
                        "targetServerType", LIBPQ_SESSION_ATTRS.getOrDefault(value.toLowerCase(Locale.ROOT), value));
            default -> parameters.put(LIBPQ_NAMES.getOrDefault(name, name), value);
        }
    }

    private BadTargetException unixSocket() {
        return new BadTargetException(
                Problem.UNIX_SOCKET,
                "The database URL names a Unix socket, which the driver cannot use: name a host, such as localhost.");
    }

    private String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadTargetException(
                    Problem.MALFORMED,
                    "The database URL " + DatabaseUrl.mask(url) + " has a % that begins no escape: write % as %25.");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static @Nullable String nonEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
