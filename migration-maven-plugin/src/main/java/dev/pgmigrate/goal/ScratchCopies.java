package dev.pgmigrate.goal;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.proof.DatabaseCopies;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;

/** Copies a scratch database beside itself. */
final class ScratchCopies implements DatabaseCopies {
    private final ConnectionTarget session;
    private int copies;

    ScratchCopies(ConnectionTarget session) {
        this.session = session;
    }

    @Override
    public Copy make() {
        String original = ScratchDatabase.name(session);
        String name = original + "_copy_" + ++copies;
        drop(name);
        try {
            onServer("CREATE DATABASE " + Identifier.quote(name) + " TEMPLATE " + Identifier.quote(original));
        } catch (ServerException e) {
            throw new ScratchException(
                    "What runs in no transaction is tried on a copy of the scratch database, and " + session.user()
                            + " cannot make one: " + e.error().sentence() + " Let the role create databases, or leave"
                            + " testUrl out.",
                    e);
        }
        ConnectionTarget target = database(name);
        return new Copy() {
            @Override
            public ConnectionTarget target() {
                return target;
            }

            @Override
            public DatabaseCopies copies() {
                return new ScratchCopies(target);
            }

            @Override
            public void close() {
                drop(name);
            }
        };
    }

    private void drop(String name) {
        onServer("DROP DATABASE IF EXISTS " + Identifier.quote(name) + " WITH (FORCE)");
    }

    private void onServer(String sql) {
        try (ServerConnection connection = ServerConnection.open(database("postgres"))) {
            connection.execute(sql);
        }
    }

    private ConnectionTarget database(String name) {
        String url = session.url();
        return new ConnectionTarget(
                url.substring(0, url.lastIndexOf('/') + 1) + name,
                session.user(),
                session.passwordOrNull(),
                session.parameters());
    }
}
