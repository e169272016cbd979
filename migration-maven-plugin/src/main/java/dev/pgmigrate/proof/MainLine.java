package dev.pgmigrate.proof;

import dev.pgmigrate.proof.body.Routines;
import dev.pgmigrate.proof.observe.DatabaseState;
import dev.pgmigrate.proof.observe.SequencePositions;
import dev.pgmigrate.proof.observe.Touched;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The database on which the migrations are applied one after the other; what is tried on it is undone. */
final class MainLine implements AutoCloseable {
    /** What is of no relation is read with any. */
    private static final long NO_RELATION = 0;

    private final ConnectionTarget target;
    private @Nullable ServerConnection connection;
    private @Nullable ServerConnection aside;
    private @Nullable DatabaseState state;
    private final Set<Long> altered = new TreeSet<>();
    private @Nullable SequencePositions positions;
    private @Nullable Routines routines;

    MainLine(ConnectionTarget target) {
        this.target = target;
    }

    ServerConnection connection() {
        ServerConnection open = opened(connection);
        connection = open;
        return open;
    }

    /** Returns a session that no migration has seen, for what is done between them. */
    ServerConnection aside() {
        ServerConnection open = opened(aside);
        aside = open;
        return open;
    }

    private ServerConnection opened(@Nullable ServerConnection known) {
        return known == null || known.isClosed() ? ServerConnection.open(target) : known;
    }

    /** Returns what the migrations so far have made; to be called outside a transaction. */
    DatabaseState state() {
        DatabaseState known = state;
        if (known != null && !altered.isEmpty()) {
            known = known.with(DatabaseState.read(connection(), Set.copyOf(altered)))
                    .orElse(null);
        }
        if (known == null) {
            known = DatabaseState.read(connection());
        }
        altered.clear();
        state = known;
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

    /**
     * Takes note that something was committed.
     *
     * @param touchedOrNull what it can have changed, or null if that is unknown
     */
    void changed(@Nullable Touched touchedOrNull) {
        if (touchedOrNull == null) {
            state = null;
        } else if (touchedOrNull.catalog()) {
            altered.add(NO_RELATION);
            altered.addAll(touchedOrNull.altered());
        }
        positions = null;
        routines = null;
    }

    /** Takes note that tables were filled. */
    void filled() {
        positions = null;
    }

    /** Disconnects, so that the database can be copied. */
    void release() {
        close(connection);
        connection = null;
        close(aside);
        aside = null;
    }

    private static void close(@Nullable ServerConnection open) {
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        release();
    }
}
