package dev.pgmigrate.apply.run;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.server.ServerException;

/** Says that migrations cannot run as the role that they are to run as. */
public final class RoleNotTakenException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    RoleNotTakenException(String role, ServerException cause) {
        super(
                "migrate.role is " + role + ", which cannot be taken: "
                        + cause.error().sentence() + " Name a role that the connecting role is a member of.",
                cause);
    }
}
