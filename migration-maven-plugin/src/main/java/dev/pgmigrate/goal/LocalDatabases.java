package dev.pgmigrate.goal;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.server.ConnectionTarget;
import java.util.List;

/** The databases that may be emptied: those of this machine, and those that a project lists. */
public final class LocalDatabases {
    private final DatabaseNames.Patterns listed;

    /** Says why a database is not emptied. */
    public static final class NotLocalException extends ExplainedException {
        private static final long serialVersionUID = 1L;

        NotLocalException(String message) {
            super(message);
        }
    }

    /** @param patterns of hosts, databases and {@code host/database}; {@code *} stands for any text */
    public LocalDatabases(List<String> patterns) {
        this.listed = new DatabaseNames.Patterns("migrate.local", patterns);
    }

    /**
     * Refuses a database of another machine.
     *
     * @return whether the project lists the database, so that its rows may go
     * @throws NotLocalException if it is elsewhere, and not listed
     */
    public boolean require(ConnectionTarget target) {
        DatabaseNames names = DatabaseNames.of(target);
        boolean known = names.matches(listed);
        boolean local = names.hosts().stream()
                .allMatch(host ->
                        isLoopback(host) || listed.matches(host) || listed.matches(host + "/" + names.database()));
        if (!local) {
            throw new NotLocalException("The database " + names.first() + " is not on this machine, and a reset drops"
                    + " everything in it. Nothing was dropped. If it is a development database, list its host in the pom:"
                    + " <local>" + names.hosts().get(0) + "</local>.");
        }
        return known;
    }

    /** Names are not looked up: one that leads to this machine today may lead elsewhere tomorrow. */
    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || host.equals("[::1]")
                || host.equals("::1");
    }
}
