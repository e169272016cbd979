package dev.pgmigrate.server;

import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import java.sql.SQLException;

/** Carries what a server, or the driver on its behalf, answered instead of doing what it was asked. */
public class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ServerError error;
    private final boolean connectionLost;

    ServerException(ServerError error, boolean connectionLost, SQLException cause) {
        super(error.sqlState() + " " + error.message(), cause);
        this.error = error;
        this.connectionLost = connectionLost;
    }

    /** As {@code cause}, with more to say about it. */
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

    /** Returns whether the session is over: the server went away, ended it, or cannot be reached any more. */
    public boolean connectionLost() {
        return connectionLost;
    }
}
