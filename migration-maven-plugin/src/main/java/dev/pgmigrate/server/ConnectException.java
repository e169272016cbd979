package dev.pgmigrate.server;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why no connection could be opened, and what to do. */
public final class ConnectException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        UNKNOWN_HOST,
        UNREACHABLE,
        TIMEOUT,
        TLS,
        WRONG_PASSWORD,
        REFUSED,
        NO_SUCH_DATABASE,
        TOO_MANY_CONNECTIONS,
        NOT_READY,
        TOO_OLD,
        OTHER
    }

    private final Reason reason;
    private final transient ServerError error;

    private ConnectException(Reason reason, String message, ServerError error, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.error = error;
    }

    public Reason reason() {
        return reason;
    }

    /** Returns the message of the server, or of the driver if the server did not send one. */
    public ServerError error() {
        return error;
    }

    static ConnectException of(ConnectionTarget target, SQLException e) {
        ServerError error = DriverErrors.error(e);
        Reason reason = reason(error, e);
        String at = target.url();
        String said = DatabaseUrl.mask(error.message());
        String message = switch (reason) {
            case UNKNOWN_HOST -> "The host of " + at + " is unknown: check its name.";
            case UNREACHABLE -> "No server answers at " + at + ": check the host and port, and that it is running.";
            case TIMEOUT ->
                "The server at " + at + " did not answer in time: check the host, the port and any firewall.";
            case TLS ->
                "The server at " + at + " and this build do not agree on TLS (" + said
                        + "): set sslmode, and sslrootcert where the certificate is to be checked.";
            case WRONG_PASSWORD ->
                "The server at " + at + " does not accept the password of " + target.user()
                        + (target.passwordOrNull() == null ? ": none was given" : "")
                        + ". Set MIGRATE_PASSWORD or migrate.serverId.";
            case REFUSED -> "The server at " + at + " refuses " + target.user() + ": " + said + ".";
            case NO_SUCH_DATABASE -> "There is no such database: " + said + ". Create it, or correct " + at + ".";
            case TOO_MANY_CONNECTIONS ->
                "The server at " + at + " has no connection left (" + said
                        + "): two are needed. Close some, or raise its limit.";
            case NOT_READY -> "The server at " + at + " is not ready: " + said + ".";
            case TOO_OLD, OTHER -> "Cannot connect to " + at + ": " + said + (said.endsWith(".") ? "" : ".");
        };
        return new ConnectException(reason, message, error, e);
    }

    /** Returns that the server was reached, but no second connection was available. */
    public static ConnectException noSecondSession(ConnectionTarget target, ServerException e) {
        String text = "The pooler in front of " + target.url() + " had no session for a second connection ("
                + e.error().message()
                + "): two are needed at the same time. Increase the pool size, or use the address of the database"
                + " itself.";
        return new ConnectException(Reason.TOO_MANY_CONNECTIONS, text, e.error(), e);
    }

    static ConnectException tooOld(ConnectionTarget target, PostgresVersion version) {
        String text = "The server at " + target.url() + " is PostgreSQL " + version
                + "; the oldest that is supported is " + PostgresVersion.OLDEST + ".";
        return new ConnectException(
                Reason.TOO_OLD, text, new ServerError(SqlState.FEATURE_NOT_SUPPORTED, text, null, null, 0, null), null);
    }

    private static Reason reason(ServerError error, SQLException e) {
        switch (error.sqlState()) {
            case SqlState.INVALID_PASSWORD -> {
                return Reason.WRONG_PASSWORD;
            }
            case SqlState.INVALID_AUTHORIZATION_SPECIFICATION -> {
                String text = error.message().toLowerCase(Locale.ROOT);
                return text.contains("no encryption") || text.contains("ssl off") ? Reason.TLS : Reason.REFUSED;
            }
            case SqlState.UNDEFINED_DATABASE -> {
                return Reason.NO_SUCH_DATABASE;
            }
            case SqlState.TOO_MANY_CONNECTIONS -> {
                return Reason.TOO_MANY_CONNECTIONS;
            }
            case SqlState.CANNOT_CONNECT_NOW -> {
                return Reason.NOT_READY;
            }
            default -> {}
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return Reason.UNKNOWN_HOST;
            }
            if (cause instanceof SocketTimeoutException) {
                return Reason.TIMEOUT;
            }
            if (cause instanceof SSLException) {
                return Reason.TLS;
            }
            if (cause instanceof java.net.ConnectException || cause instanceof java.net.NoRouteToHostException) {
                return Reason.UNREACHABLE;
            }
        }
        String text = error.message();
        if (text.contains("SSL")) {
            return Reason.TLS;
        }
        return text.contains("no password was provided") ? Reason.WRONG_PASSWORD : Reason.OTHER;
    }
}
