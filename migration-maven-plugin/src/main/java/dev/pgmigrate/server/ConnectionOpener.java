package dev.pgmigrate.server;

import dev.pgmigrate.postgres.SqlState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;

/** Opens connections with the settings that have to apply from the start. */
final class ConnectionOpener {
    /**
     * A role's timeouts would end the session that holds the lock while it waits, and a server that does not check on its
     * client would continue with a statement that nobody wants any more.
     */
    private static final String OPTIONS = "-c statement_timeout=0 -c lock_timeout=0"
            + " -c idle_in_transaction_session_timeout=0 -c idle_session_timeout=0"
            + " -c client_connection_check_interval=2000";

    /** The answers of poolers, and of servers on systems that cannot watch a socket, to unknown parameters. */
    private static final Set<String> OPTIONS_REFUSED = Set.of(
            SqlState.PROTOCOL_VIOLATION,
            SqlState.FEATURE_NOT_SUPPORTED,
            SqlState.INVALID_PARAMETER_VALUE,
            SqlState.UNDEFINED_OBJECT);

    private ConnectionOpener() {}

    static Connection open(ConnectionTarget target, Wire wire) throws SQLException {
        String own = target.parameters().getOrDefault("options", "");
        try {
            return open(target, wire, own.isEmpty() ? OPTIONS : own + " " + OPTIONS);
        } catch (SQLException e) {
            if (!OPTIONS_REFUSED.contains(String.valueOf(e.getSQLState()))) {
                throw e;
            }
            try {
                return open(target, wire, own);
            } catch (SQLException again) {
                again.addSuppressed(e);
                throw again;
            }
        }
    }

    private static Connection open(ConnectionTarget target, Wire wire, String options) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "pgmigrate");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        // A server that takes the connection and then says nothing is as good as none.
        properties.setProperty("socketTimeout", "30");
        target.parameters().forEach(properties::setProperty);
        properties.setProperty("assumeMinServerVersion", "14"); // saves a round trip
        properties.setProperty("prepareThreshold", "0"); // named statements break poolers
        properties.setProperty("preferQueryMode", "extended"); // positions are those of one statement
        properties.setProperty("user", target.user());
        String password = target.passwordOrNull();
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (options.isEmpty()) {
            properties.remove("options");
        } else {
            properties.setProperty("options", options);
        }
        Wire.Handle attached = wire.attach(properties);
        try {
            Connection connection = new Driver().connect(target.url(), properties);
            if (connection == null) {
                throw new IllegalArgumentException("No URL of this driver: " + target.url());
            }
            String limit = target.parameters().getOrDefault("socketTimeout", "0");
            connection.setNetworkTimeout(Runnable::run, 1_000 * Integer.parseInt(limit));
            return connection;
        } finally {
            attached.close();
        }
    }
}
