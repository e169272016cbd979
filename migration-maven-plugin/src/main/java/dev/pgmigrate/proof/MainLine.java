package dev.pgmigrate.proof;

import dev.pgmigrate.proof.body.Routines;
import dev.pgmigrate.proof.observe.DatabaseState;
import dev.pgmigrate.proof.observe.SequencePositions;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import org.jspecify.annotations.Nullable;

/** The database on which the migrations are applied one after the other; what is tried on it is undone. */
final class MainLine implements AutoCloseable {
    private final ConnectionTarget target;
    private @Nullable ServerConnection connection;
    private @Nullable DatabaseState state;
    private @Nullable SequencePositions positions;
    private @Nullable Routines routines;

    MainLine(ConnectionTarget target) {
        this.target = target;
    }

    ServerConnection connection() {
        ServerConnection open = connection;
        if (open == null || open.isClosed()) {
            open = ServerConnection.open(target);
            connection = open;
        }
        return open;
    }

    /** Returns what the migrations so far have made; to be called outside a transaction. */
    DatabaseState state() {
        DatabaseState known = state;
        if (known == null) {
            known = DatabaseState.read(connection());
            state = known;
        }
        return known;
    }

    /** Returns where the sequences stand; to be called outside a transaction. */
    SequencePositions positions() {
        SequencePositions known = positions;
        if (known == null) {
            known = SequencePositions.read(connection());
            positions = known;
        }
        return known;
    }

    /** Returns the functions so far; to be called outside a transaction. */
    Routines routines() {
        Routines known = routines;
        if (known == null) {
            known = Routines.read(connection());
            routines = known;
        }
        return known;
    }

    /** Takes note that something was committed. */
    void changed() {
        state = null;
        positions = null;
        routines = null;
    }

    /** Disconnects, so that the database can be copied. */
    void release() {
        ServerConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        release();
    }
}
