package dev.pgmigrate.proof.observe;

import dev.pgmigrate.server.ServerConnection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a try left behind, before it is undone.
 *
 * @param touchedOrNull what it can have changed, or null if that is unknown
 * @param stateOrNull the state of the database, or null if it has not changed it
 * @param rows the tables that it can have changed, or all if that is unknown
 */
public record Observation(
        @Nullable Touched touchedOrNull, @Nullable DatabaseState stateOrNull, Map<Long, TableRows> rows) {
    public Observation {
        rows = Map.copyOf(rows);
    }

    /**
     * Observes what the open transaction of {@code connection} has changed.
     *
     * @param beforeOrNull what was changed before it and is looked at as well, or null if that is unknown
     */
    public static Observation ofTransaction(ServerConnection connection, @Nullable Touched beforeOrNull) {
        return connection.ours().reading(() -> {
            Touched touched = Touched.read(connection);
            return new Observation(
                    touched,
                    touched.catalog() ? DatabaseState.read(connection, touched.alteredWith(beforeOrNull)) : null,
                    TableRows.read(connection, touched.relations()));
        });
    }

    /** Observes everything, for a copy of the database. */
    public static Observation ofDatabase(ServerConnection connection) {
        return connection
                .ours()
                .reading(() -> new Observation(null, DatabaseState.read(connection), TableRows.readAll(connection)));
    }

    /** Returns how the objects differ from {@code before}. */
    public List<ObjectChange> changesFrom(DatabaseState before) {
        return stateOrNull == null ? List.of() : before.changesTo(stateOrNull);
    }

    /** Returns how the rows differ from those that {@code undone} has, now that the try is undone, by table. */
    public SortedMap<Long, RowChange> rowChanges(ServerConnection undone) {
        Map<Long, TableRows> before = undone.ours()
                .reading(() -> touchedOrNull == null
                        ? TableRows.readAll(undone)
                        : TableRows.read(undone, touchedOrNull.relations()));
        return RowChange.between(before, rows);
    }
}
