package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.SourceRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statement at which a replay stopped.
 *
 * @param file the file that it is in
 * @param statement the whole statement
 * @param place the part of it that the server points to
 * @param reason why, one sentence or the server's message
 * @param errorOrNull the server's answer, or null if it was not asked
 * @param onlySuperuser whether a superuser could have run it
 */
public record ReplayFailure(
        SqlFile file,
        SourceRange statement,
        SourceRange place,
        String reason,
        @Nullable ServerError errorOrNull,
        boolean onlySuperuser) {
    ReplayFailure(
            SqlFile file, SourceRange statement, SourceRange place, String reason, @Nullable ServerError errorOrNull) {
        this(file, statement, place, reason, errorOrNull, false);
    }

    /** Returns the same failure of what a superuser could have run. */
    ReplayFailure forWantOfSuperuser() {
        return new ReplayFailure(file, statement, place, reason, errorOrNull, true);
    }

    /** Returns the same failure for the reason that the server gave elsewhere, since it could not answer. */
    ReplayFailure because(ServerError error) {
        return new ReplayFailure(file, statement, place, error.sentence(), error, onlySuperuser);
    }

    /** Returns whether other rows in the tables might have prevented it: it is about values, or about what a file asks. */
    public boolean isOfRows() {
        if (errorOrNull != null) {
            return SqlState.isAboutValues(errorOrNull.sqlState());
        }
        return file.directives()
                .of(Directive.Requirement.class)
                .anyMatch(asked -> asked.range().equals(statement));
    }

    public Optional<ServerError> error() {
        return Optional.ofNullable(errorOrNull);
    }

    /** Returns the statement as it was written. */
    public String statementText() {
        return file.source().text(statement);
    }
}
