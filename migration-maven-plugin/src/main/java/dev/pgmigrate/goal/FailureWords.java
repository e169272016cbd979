package dev.pgmigrate.goal;

import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.run.MigrationFailure;
import dev.pgmigrate.apply.run.RequirementFailedException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceText;
import org.jspecify.annotations.Nullable;

/** Puts a migration that failed into the words of a result. */
final class FailureWords {
    private FailureWords() {}

    static Failure of(MigrationFailure failure) {
        Migration migration = failure.migration();
        SourceText source = migration.source();
        if (failure.cause() instanceof StatementFailedException statement) {
            return new Failure(
                    sentence(statement.error().message()),
                    advice(failure, statement.connectionLost()),
                    migration.path(),
                    statement.position(),
                    source.position(wordEnd(source.text(), statement.place().start())),
                    statement.sql(),
                    statement.error());
        }
        if (failure.cause() instanceof RequirementFailedException requirement) {
            return new Failure(
                    String.valueOf(requirement.getMessage()).replaceFirst("^\\S+ ", ""),
                    advice(failure, false),
                    migration.path(),
                    requirement.position(),
                    source.position(requirement.directive().end()),
                    "",
                    null);
        }
        boolean lost = failure.cause() instanceof ServerException server && server.connectionLost();
        Position end = source.position(source.text().stripTrailing().length());
        return new Failure(
                "At the end of the migration: " + sentence(message(failure.cause())),
                advice(failure, lost),
                migration.path(),
                end,
                end,
                "",
                error(failure.cause()));
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

    private static String message(RuntimeException e) {
        return e instanceof ServerException server ? server.error().message() : String.valueOf(e.getMessage());
    }

    private static @Nullable ServerError error(RuntimeException e) {
        return e instanceof ServerException server ? server.error() : null;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /** A server names only where a word begins. */
    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "_.\"".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return Math.min(text.length(), Math.max(end, start + 1));
    }
}
