package dev.pgmigrate.server;

import dev.pgmigrate.postgres.PostgresVersion;
import java.util.Optional;

/** A running server that its creator has to itself, wherever it runs; closing it removes it. */
public interface PrivateServer extends AutoCloseable {
    /** Returns where it listens, {@code host:port}. */
    String address();

    String superuser();

    String password();

    /** Returns the database that new ones are copied from. */
    String template();

    /** Returns a database that is never copied, so that a connection to it may stay open. */
    String administration();

    /** Says what it is, for a report: {@code a disposable PostgreSQL 18}. */
    String describe(PostgresVersion version);

    /**
     * Explains a lost connection.
     *
     * @throws DisposablePostgresException if the server has ended, with its output
     */
    void requireRunning();

    /** Returns what the server could not write where it has dropped all sessions for want of room, to be asked after a loss. */
    default Optional<String> fullDisk() {
        return Optional.empty();
    }

    @Override
    void close();
}
