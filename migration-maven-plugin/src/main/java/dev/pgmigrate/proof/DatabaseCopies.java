package dev.pgmigrate.proof;

import dev.pgmigrate.server.ConnectionTarget;

/** Makes copies of the database of a proof, each for one try. */
public interface DatabaseCopies {
    /** Copies the database, to which nobody may be connected. */
    Copy make();

    /** A copy, which is gone once it is closed. */
    interface Copy extends AutoCloseable {
        ConnectionTarget target();

        @Override
        void close();
    }
}
