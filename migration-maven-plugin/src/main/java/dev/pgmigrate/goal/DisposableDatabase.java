package dev.pgmigrate.goal;

import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.Prover;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;

/** Prepares a new database of a disposable server for the goals that keep a history. */
public final class DisposableDatabase {
    private DisposableDatabase() {}

    /**
     * Runs {@code preludes} and starts an empty history, so that the objects of the preludes are not mistaken for an
     * unknown database.
     *
     * @throws PreludeFailedException if one of them fails
     */
    public static void prepare(ConnectionTarget target, List<SqlFile> preludes, HistoryTable history) {
        new Prover(target).replay(preludes, List.of()).failure().ifPresent(failure -> {
            throw new PreludeFailedException(failure);
        });
        try (ServerConnection connection = ServerConnection.open(target)) {
            new SchemaHistory(connection, history).create();
        }
    }
}
