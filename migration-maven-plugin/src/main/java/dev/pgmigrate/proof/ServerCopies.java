package dev.pgmigrate.proof;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;

/** Copies a database of a disposable server. */
public final class ServerCopies implements DatabaseCopies {
    private final DisposablePostgres server;
    private final String database;
    private final ConnectionTarget session;
    private int copies;

    /**
     * Returns what copies a database.
     *
     * @param database its name
     * @param session how a proof connects to it
     */
    public ServerCopies(DisposablePostgres server, String database, ConnectionTarget session) {
        this.server = server;
        this.database = database;
        this.session = session;
    }

    @Override
    public boolean areForOurselves() {
        return true;
    }

    @Override
    public Copy make() {
        String name = database + "_copy_" + ++copies;
        ConnectionTarget made = server.copyDatabase(name, database);
        ConnectionTarget target =
                new ConnectionTarget(made.url(), session.user(), session.passwordOrNull(), session.parameters());
        return new Copy() {
            @Override
            public ConnectionTarget target() {
                return target;
            }

            @Override
            public DatabaseCopies copies() {
                return new ServerCopies(server, name, target);
            }

            @Override
            public void close() {
                server.dropDatabase(name);
            }
        };
    }
}
