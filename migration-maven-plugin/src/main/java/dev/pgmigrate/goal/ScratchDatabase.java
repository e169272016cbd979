package dev.pgmigrate.goal;

import dev.pgmigrate.ddl.Emptying;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.proof.observe.UserObjects;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;
import java.util.Set;

/**
 * A database that is there already and that a proof fills and empties again. It holds nothing before, or what a proof that
 * was killed has left: a schema says which.
 */
final class ScratchDatabase implements AutoCloseable {
    private static final String MARK = "migrate_scratch";
    private static final int SHOWN = 3;
    private static final int MOST_AT_ONCE = 500;

    private final ConnectionTarget target;

    private ScratchDatabase(ConnectionTarget target) {
        this.target = target;
    }

    /**
     * Takes a database for a proof.
     *
     * @throws ScratchException if it holds anything that no proof has left
     */
    static ScratchDatabase take(ConnectionTarget target) {
        ScratchDatabase scratch = new ScratchDatabase(target);
        try (ServerConnection connection = ServerConnection.open(target)) {
            if (!connection.ask("SELECT pg_catalog.to_regnamespace('" + MARK + "') IS NOT NULL")) {
                refuseUnlessEmpty(connection);
            }
            empty(connection);
            connection.execute("CREATE SCHEMA " + MARK);
        }
        return scratch;
    }

    private static void refuseUnlessEmpty(ServerConnection connection) {
        List<String> objects = UserObjects.in(connection);
        if (!objects.isEmpty()) {
            int more = objects.size() - SHOWN;
            throw new ScratchException(
                    "The scratch database " + connection.target()
                            + " is not empty, and what is in it was made by somebody"
                            + " else: " + String.join(", ", objects.subList(0, Math.min(SHOWN, objects.size())))
                            + (more > 0 ? " and " + more + " more" : "")
                            + ". A proof empties what it runs on: name an empty database with -Dmigrate.testUrl, or say"
                            + " -Dmigrate.rehearse if this is a copy of production.",
                    null);
        }
    }

    private static void empty(ServerConnection connection) {
        for (String extension : UserObjects.extensions(connection)) {
            connection.execute("DROP EXTENSION IF EXISTS " + Identifier.quote(extension) + " CASCADE");
        }
        List<String> drops =
                Emptying.of(new Exclusions(MARK, MARK, false).managed(SchemaSnapshot.read(connection)), Set.of());
        for (int from = 0; from < drops.size(); from += MOST_AT_ONCE) {
            List<String> some = drops.subList(from, Math.min(drops.size(), from + MOST_AT_ONCE));
            connection.execute("BEGIN; " + String.join("; ", some) + "; COMMIT");
        }
        String database = Identifier.quote(name(connection.target()));
        connection.execute("DROP SCHEMA IF EXISTS " + MARK + " CASCADE; ALTER DATABASE " + database + " RESET ALL");
    }

    /** Returns the name of the database of {@code target}. */
    static String name(ConnectionTarget target) {
        return target.url().substring(target.url().lastIndexOf('/') + 1);
    }

    ScratchCopies copies(ConnectionTarget session) {
        return new ScratchCopies(session);
    }

    /** Empties the database. */
    @Override
    public void close() {
        try (ServerConnection connection = ServerConnection.open(target)) {
            empty(connection);
        }
    }
}
