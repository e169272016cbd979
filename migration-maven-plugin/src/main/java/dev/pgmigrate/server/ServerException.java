package dev.pgmigrate.server;

import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import java.sql.SQLException;

/** Carries the error with which a server, or the driver on its behalf, answered a request. */
public class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ServerError error;
    private final boolean connectionLost;

    ServerException(ServerError error, boolean connectionLost, SQLException cause) {
        super(error.sqlState() + " " + error.message(), cause);
        this.error = error;
        this.connectionLost = connectionLost;
    }

    /** Creates a copy of {@code cause} with additional information. */
    protected ServerException(String message, ServerException cause) {
        super(message, cause);
        this.error = cause.error;
        this.connectionLost = cause.connectionLost;
    }

    public ServerError error() {
        return error;
    }

    /** Returns whether the SQLSTATE is {@code state}. */
    public boolean is(String state) {
        return error.sqlState().equals(state);
    }

    /** Returns whether it waited for a lock for as long as it was willing to. */
    boolean isLockTimeout() {
        return is(SqlState.LOCK_NOT_AVAILABLE);
    }

    /** Returns whether the session has ended: the server went away, ended it, or can no longer be reached. */
    public boolean connectionLost() {
        return connectionLost;
    }
}
