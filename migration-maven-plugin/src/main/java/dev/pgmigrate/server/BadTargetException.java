package dev.pgmigrate.server;

import dev.pgmigrate.failure.ExplainedException;

/** Says that the configured database cannot be used; its message never contains a password. */
public final class BadTargetException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Problem {
        /** No database is configured. */
        MISSING,
        /** The text is not the URL of a PostgreSQL database. */
        NOT_A_DATABASE,
        /** The URL is one, but a part of it cannot be read. */
        MALFORMED,
        /** A placeholder of a dashboard was not filled in. */
        PLACEHOLDER,
        /** The driver does not support Unix sockets. */
        UNIX_SOCKET,
        /** The URL has a parameter that cannot be honoured. */
        UNKNOWN_PARAMETER,
        /** A secret was given that does not open a database. */
        NOT_A_PASSWORD
    }

    private final Problem problem;

    BadTargetException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
