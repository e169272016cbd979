package dev.pgmigrate.goal;

import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.LockWaits;
import dev.pgmigrate.server.OpeningConnection;
import dev.pgmigrate.server.ServerConnection;

/**
 * The database that a goal works with, and where its history is.
 *
 * @param waits how long the goal waits where somebody has locked the history
 */
public record Database(ConnectionTarget target, HistoryTable history, LockWaits waits) {
    public Database(ConnectionTarget target, HistoryTable history) {
        this(target, history, LockWaits.DEFAULT);
    }

    ServerConnection open() {
        return ServerConnection.open(target, waits);
    }

    OpeningConnection opening() {
        return OpeningConnection.to(target, waits);
    }
}
