package dev.pgmigrate.goal;

import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.run.MigrationFailure;
import dev.pgmigrate.apply.run.OutcomeUnknownException;
import dev.pgmigrate.apply.run.RequirementFailedException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceText;

/** Puts a migration that failed into the words of a result. */
final class FailureWords {
    private FailureWords() {}

    static Failure of(MigrationFailure failure) {
        Migration migration = failure.migration();
        SourceText source = migration.source();
        if (failure.cause() instanceof StatementFailedException statement) {
            return new Failure(
                    statement.error().sentence(),
                    advice(failure, statement.connectionLost()),
                    migration.path(),
                    statement.position(),
                    source.position(statement.place().end()),
                    statement.sql(),
                    statement.error());
        }
        if (failure.cause() instanceof RequirementFailedException requirement) {
            return new Failure(
                    requirement.reason(),
                    advice(failure, false),
                    migration.path(),
                    requirement.position(),
                    source.position(requirement.directive().end()),
                    "",
                    null);
        }
        if (failure.cause() instanceof OutcomeUnknownException unknown) {
            return new Failure(
                    "An earlier try was cut off at this statement, which commits by itself, and nothing shows whether"
                            + " it was done.",
                    "Find out. If it was not, or can be run again: " + unknown.remedy()
                            + ". If it was, take it out of the file. Then run mvn migrate:apply again.",
                    migration.path(),
                    source.position(unknown.statement().start()),
                    source.position(unknown.statement().end()),
                    source.text(unknown.statement()),
                    null);
        }
        Position end = source.position(source.text().stripTrailing().length());
        ServerException refusal = failure.cause() instanceof ServerException server ? server : null;
        return new Failure(
                "At the end of the migration: "
                        + (refusal == null
                                ? String.valueOf(failure.cause().getMessage())
                                : refusal.error().sentence()),
                advice(failure, refusal != null && refusal.connectionLost()),
                migration.path(),
                end,
                end,
                "",
                refusal == null ? null : refusal.error());
    }

    private static String advice(MigrationFailure failure, boolean connectionLost) {
        if (connectionLost) {
            return "The connection is gone: mvn migrate:status tells what is applied.";
        }
        String tries = failure.tries() > 1 ? "It was tried " + failure.tries() + " times. " : "";
        return tries
                + (failure.rolledBack()
                        ? "Nothing of this migration is left in the database: correct it, and run mvn migrate:apply"
                                + " again."
                        : "What ran before this statement stays; correct it, and mvn migrate:apply goes on here.");
    }
}
