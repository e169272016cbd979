package dev.pgmigrate.apply;

import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.RequiredObject;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.ValidationQuery;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;

/** Checks what a file requires and ensures, in the session and under the settings of its own statements. */
public final class Requirements {
    private final ServerConnection connection;

    public Requirements(ServerConnection connection) {
        this.connection = connection;
    }

    /**
     * Checks one of them.
     *
     * @throws RequirementFailedException if it does not hold
     * @throws StatementFailedException if the server refuses its query
     */
    public void check(SqlFile file, Directive.Requirement requirement) {
        if (requirement.condition() instanceof RequiredObject object) {
            if (!new ObjectProbe(connection).exists(object)) {
                throw RequirementFailedException.missing(file, requirement, object);
            }
        } else if (requirement.condition() instanceof ValidationQuery query) {
            QueryAnswer answer = answer(file, query);
            if (!answer.holds()) {
                throw RequirementFailedException.untrue(file, requirement, answer);
            }
        }
    }

    private QueryAnswer answer(SqlFile file, ValidationQuery query) {
        try {
            return new QueryAnswer(connection.firstRows(query.sql(), QueryAnswer.ENOUGH));
        } catch (ServerException e) {
            throw ScriptRunner.failed(file, query.range(), e);
        }
    }
}
