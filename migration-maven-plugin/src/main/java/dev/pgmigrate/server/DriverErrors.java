package dev.pgmigrate.server;

import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads what a server said out of what its driver throws. */
final class DriverErrors {
    private DriverErrors() {}

    /** Returns {@code e} as a value. */
    static ServerError error(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException refusal ? refusal.getServerErrorMessage() : null;
        String state = e.getSQLState() == null ? SqlState.CONNECTION_EXCEPTION : e.getSQLState();
        if (message == null) {
            return new ServerError(state, text(e), null, null, 0, null);
        }
        String primary = message.getMessage();
        return new ServerError(
                state,
                primary == null ? text(e) : primary,
                message.getDetail(),
                message.getHint(),
                message.getPosition(),
                message.getWhere(),
                message.getInternalQuery());
    }

    private static String text(SQLException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
