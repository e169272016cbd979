package dev.pgmigrate.server;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.ServerError;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * One session on a server, which sends statements as they are written and answers errors with all that the server said.
 *
 * <p>The driver's own ideas about SQL are off: no JDBC escapes, no named statements, no transactions that begin by
 * themselves. It is opened without {@code DriverManager}, which would load every driver on the class path.
 */
public final class ServerConnection implements AutoCloseable {
    private static final String CONNECTION_FAILURE = "08000";

    private final Connection connection;
    private final Statement statement;
    private final ConnectionTarget target;

    private ServerConnection(Connection connection, Statement statement, ConnectionTarget target) {
        this.connection = connection;
        this.statement = statement;
        this.target = target;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Reads all rows of a result. */
    @FunctionalInterface
    public interface ResultReader {
        void read(ResultSet rows) throws SQLException;
    }

    /**
     * Connects.
     *
     * @throws ConnectException if the server is not there, refuses, or is too old
     */
    public static ServerConnection open(ConnectionTarget target) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "pgmigrate");
        properties.setProperty("assumeMinServerVersion", "14"); // saves a round trip
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("prepareThreshold", "0"); // named statements break poolers
        properties.setProperty("tcpKeepAlive", "true");
        target.parameters().forEach(properties::setProperty);
        properties.setProperty("user", target.user());
        String password = target.passwordOrNull();
        if (password != null) {
            properties.setProperty("password", password);
        }
        try {
            Connection connection = new Driver().connect(target.url(), properties);
            if (connection == null) {
                throw new IllegalArgumentException("No URL of this driver: " + target.url());
            }
            Statement statement = connection.createStatement();
            statement.setEscapeProcessing(false);
            ServerConnection opened = new ServerConnection(connection, statement, target);
            PostgresVersion version = opened.version();
            if (!version.isAtLeast(PostgresVersion.OLDEST.major())) {
                opened.close();
                throw ConnectException.tooOld(target, version);
            }
            return opened;
        } catch (SQLException e) {
            throw ConnectException.of(target, e);
        }
    }

    /** Runs one statement, or several of our own that cannot fail halfway in a way that matters. */
    public void execute(String sql) {
        try {
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() != -1) {
                rows = statement.getMoreResults();
            }
            statement.clearWarnings();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs statements in one round trip, and returns whether the last column of the first result is true. */
    public boolean ask(String sql) {
        try {
            Boolean answer = null;
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() != -1) {
                if (rows && answer == null) {
                    try (ResultSet result = statement.getResultSet()) {
                        int last = result.getMetaData().getColumnCount();
                        answer = result.next() && result.getBoolean(last);
                    }
                }
                rows = statement.getMoreResults();
            }
            statement.clearWarnings();
            return Boolean.TRUE.equals(answer);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs queries of ours in one round trip, and hands over the rows of each that has some, in their order. */
    public void queryAll(String sql, ResultReader reader) {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            boolean rows = prepared.execute();
            while (rows || prepared.getUpdateCount() != -1) {
                if (rows) {
                    try (ResultSet result = prepared.getResultSet()) {
                        reader.read(result);
                    }
                }
                rows = prepared.getMoreResults();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs {@code COPY … FROM STDIN} with the lines that follow it in a script. */
    public void copyIn(String copyStatement, Reader data) {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copyStatement, data);
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a query of ours and reads its rows; {@code ?} in it stands for a parameter. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            bind(prepared, parameters);
            try (ResultSet rows = prepared.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
                return result;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs a query of ours that has at most one row. */
    public <T> Optional<T> queryOne(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
    }

    /** Runs a statement of ours that changes rows, and returns how many. */
    public int update(String sql, @Nullable Object... parameters) {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            bind(prepared, parameters);
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Leaves a transaction that failed or was left open; nothing happens where there is none. */
    public void rollback() {
        // Outside a transaction the server would write a warning to its log.
        if (inTransaction()) {
            execute("ROLLBACK");
        }
    }

    /** Returns whether a transaction is open, or failed and not yet left; the server says so with every answer. */
    public boolean inTransaction() {
        try {
            return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Returns the server's major version. */
    public PostgresVersion version() {
        try {
            String text = connection.unwrap(PGConnection.class).getParameterStatus("server_version");
            int end = 0;
            while (text != null && end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            if (text == null || end == 0) {
                throw new IllegalStateException("The server names no version: " + text);
            }
            return new PostgresVersion(Integer.parseInt(text.substring(0, end)));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Returns the process that serves this session. */
    public int backendPid() {
        return queryOne("SELECT pg_backend_pid()", row -> row.getInt(1)).orElseThrow();
    }

    /** Asks the server to stop what this session is doing; for another thread to call. */
    public void cancel() {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    public ConnectionTarget target() {
        return target;
    }

    /** Returns the session itself, for what this class has no word for. */
    public Connection jdbc() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Returns {@code e} as a value. */
    public static ServerException failure(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException refusal ? refusal.getServerErrorMessage() : null;
        String state = e.getSQLState() == null ? CONNECTION_FAILURE : e.getSQLState();
        if (message == null) {
            return new ServerException(new ServerError(state, text(e), null, null, 0, null), e);
        }
        String primary = message.getMessage();
        return new ServerException(
                new ServerError(
                        state,
                        primary == null ? text(e) : primary,
                        message.getDetail(),
                        message.getHint(),
                        message.getPosition(),
                        message.getWhere()),
                e);
    }

    private static String text(SQLException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void bind(PreparedStatement prepared, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
    }
}
