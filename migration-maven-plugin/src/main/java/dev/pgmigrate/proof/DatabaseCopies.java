package dev.pgmigrate.proof;

import dev.pgmigrate.server.ConnectionTarget;

/** Makes copies of the database of a proof, each for one try. */
public interface DatabaseCopies {
    /** Copies the database, to which nobody may be connected. */
    Copy make();

    /** Returns whether nobody else uses the server, so that several databases of it can be worked on. */
    default boolean areForOurselves() {
        return false;
    }

    /** A copy, which is gone once it is closed. */
    interface Copy extends AutoCloseable {
        ConnectionTarget target();

        /** Returns what copies this copy. */
        DatabaseCopies copies();

        @Override
        void close();
    }
}
