package dev.pgmigrate.server;

import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.postgres.PostgresVersion;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * A session on a server. It sends statements exactly as written, and its errors carry everything that the server said.
 *
 * <p>The driver's own treatment of SQL is off: no JDBC escapes, no named statements, no implicit transactions. It is
 * opened without {@code DriverManager}, which would load every driver on the class path.
 */
public final class ServerConnection implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;
    private final ConnectionTarget target;
    private final Wire wire;
    private boolean ownTransaction;
    private @Nullable String name;
    private final LockWaits waits;

    private ServerConnection(
            Connection connection, Statement statement, ConnectionTarget target, Wire wire, LockWaits waits) {
        this.connection = connection;
        this.statement = statement;
        this.target = target;
        this.wire = wire;
        this.waits = waits;
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

    /** As the other, for a session whose own SQL waits as long as is usual. */
    public static ServerConnection open(ConnectionTarget target) {
        return open(target, LockWaits.DEFAULT);
    }

    /**
     * Connects.
     *
     * @param waits how long own SQL waits for locks
     * @throws ConnectException if the server cannot be reached, refuses, or is too old
     */
    public static ServerConnection open(ConnectionTarget target, LockWaits waits) {
        Wire wire = new Wire();
        try {
            Connection connection = ConnectionOpener.open(target, wire);
            Statement statement = connection.createStatement();
            statement.setEscapeProcessing(false);
            ServerConnection opened = new ServerConnection(connection, statement, target, wire, waits);
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

    /** Returns the way to run our own SQL unaffected by settings and objects of users. */
    public OwnSql ours() {
        return new OwnSql(this);
    }

    /** Sets the receiver of notices, which are delivered as they arrive; null for none. */
    public void onNotice(@Nullable Consumer<ServerNotice> listener) {
        wire.notices(listener == null ? null : fields -> listener.accept(ServerNotice.of(fields)));
    }

    /** Runs one or more statements in the session as it is, discarding any rows. */
    public void execute(String sql) {
        try {
            new Answers(statement, wire).discard(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** As the other, of a statement that waits for locks as long as {@code limit}, whatever the session says. */
    public void execute(String sql, Duration limit) {
        String before = queryOne("SELECT pg_catalog.current_setting('lock_timeout')", row -> row.getString(1))
                .orElse("0");
        execute("SET lock_timeout = " + limit.toMillis());
        try {
            execute(sql);
        } finally {
            if (!isClosed()) {
                execute("SET lock_timeout = " + Literal.quote(before));
            }
        }
    }

    /** Runs statements in one round trip, and returns whether the last column of the first row is true. */
    public boolean ask(String sql) {
        try {
            return new Answers(statement, wire).ask(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns the way to send several statements in one round trip. */
    public Pipeline pipeline() {
        return new Pipeline(this, new Answers(statement, wire), wire);
    }

    /** Runs a query of a user in the session as it is, and returns the values of its first rows. */
    public List<List<@Nullable Object>> firstRows(String sql, int most) {
        try {
            return new Answers(statement, wire).firstRows(sql, most);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs queries of ours in one round trip, and passes on the rows of each that returns any, in order. */
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
            throw failed(e);
        }
    }

    /** Runs {@code COPY … FROM STDIN} with the lines that follow it in a script. */
    public void copyIn(String copyStatement, Reader data) {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copyStatement, data);
        } catch (SQLException e) {
            throw failed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a query in the session as it is and reads its rows; {@code ?} is a parameter. Queries of the tool itself go
     * through {@link #ours()}, or qualify every name.
     */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return queryAfter(0, sql, reader, parameters);
    }

    /** Like {@link #query}, for the result after {@code before} others. */
    <T> List<T> queryAfter(int before, String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            bind(prepared, parameters);
            List<T> result = new ArrayList<>();
            if (resultAfter(before, prepared)) {
                try (ResultSet rows = prepared.getResultSet()) {
                    while (rows.next()) {
                        result.add(reader.read(rows));
                    }
                }
            }
            return result;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs a query with at most one row in the session as it is. */
    public <T> Optional<T> queryOne(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
    }

    /** Runs a statement that changes rows in the session as it is, and returns how many. */
    public int update(String sql, @Nullable Object... parameters) {
        return updateAfter(0, sql, parameters);
    }

    /** Like {@link #update}, for the statement after {@code before} others. */
    int updateAfter(int before, String sql, @Nullable Object... parameters) {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            bind(prepared, parameters);
            return resultAfter(before, prepared) ? 0 : prepared.getUpdateCount();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns whether the result after {@code before} others has rows. */
    private static boolean resultAfter(int before, PreparedStatement prepared) throws SQLException {
        boolean rows = prepared.execute();
        for (int i = 0; i < before; i++) {
            rows = prepared.getMoreResults();
        }
        return rows;
    }

    /** Begins a transaction in which only SQL of ours runs. */
    void beginOwn(String sql) {
        execute(sql);
        ownTransaction = true;
    }

    void endOwn(String sql) {
        ownTransaction = false;
        if (sql.equals("ROLLBACK")) {
            if (!isClosed()) {
                rollback();
            }
        } else {
            execute(sql);
        }
    }

    boolean inOwnTransaction() {
        return ownTransaction;
    }

    /** Rolls back a transaction that failed or was left open; does nothing if there is none. */
    public void rollback() {
        // Outside a transaction the server would write a warning to its log.
        if (inTransaction()) {
            execute("ROLLBACK");
        }
    }

    /**
     * Returns whether a transaction is open, or failed and not rolled back yet; the server reports it with every answer.
     */
    public boolean inTransaction() {
        try {
            return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
        } catch (SQLException e) {
            throw failed(e);
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
            throw failed(e);
        }
    }

    /**
     * Returns the OID of the relation that {@code name}, an SQL name, refers to in the session as it is; 0 for none.
     */
    public long relation(String name) {
        return queryOne("SELECT pg_catalog.to_regclass(?)::pg_catalog.oid", row -> row.getLong(1), name)
                .orElse(0L);
    }

    /** Returns the schemas in which the session, as it is, looks up unqualified names. */
    public String[] searchPath() {
        return queryOne("SELECT pg_catalog.current_schemas(false)::pg_catalog.text[]", row ->
                        (String[]) row.getArray(1).getArray())
                .orElseThrow();
    }

    /** Gives the session a name that others see in {@code pg_stat_activity}, even after a reset. */
    public void name(String name) {
        this.name = name;
        execute("SET application_name = " + Literal.quote(name));
    }

    /** Returns the name of the session. */
    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Returns the process that serves this session. */
    public int backendPid() {
        return queryOne("SELECT pg_catalog.pg_backend_pid()", row -> row.getInt(1))
                .orElseThrow();
    }

    /** Returns the process ID that the other end reported at connect; that of a pooler does not exist on the server. */
    public int reportedPid() {
        try {
            return connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Asks the server to cancel what this session is doing; to be called from another thread. */
    public void cancel() {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Closes the session from this side at once, without telling the server; to be called from another thread. */
    public void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns whether the session has ended, on either side. */
    public boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public ConnectionTarget target() {
        return target;
    }

    /** Returns how long own SQL of this session waits for locks. */
    public LockWaits waits() {
        return waits;
    }

    /** Returns the underlying connection, for what this class does not offer. */
    public Connection jdbc() {
        return connection;
    }

    /** Ends the session. That it is gone already is no error: what it had to answer, it has answered or failed. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw failed(e);
            }
        }
    }

    /** Only the connection knows whether an error ended it: session timeouts have codes of many classes. */
    ServerException failed(SQLException e) {
        boolean lost;
        try {
            lost = connection.isClosed();
        } catch (SQLException unknown) {
            lost = true;
        }
        return new ServerException(DriverErrors.error(e), lost, e);
    }

    private static void bind(PreparedStatement prepared, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
    }
}
