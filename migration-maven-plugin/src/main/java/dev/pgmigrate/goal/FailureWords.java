package dev.pgmigrate.goal;

import dev.pgmigrate.apply.RequirementFailedException;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.LockLostException;
import dev.pgmigrate.apply.run.Direction;
import dev.pgmigrate.apply.run.MigrationFailure;
import dev.pgmigrate.apply.run.OutcomeUnknownException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Describes a failed migration in the words of a result. */
final class FailureWords {
    private FailureWords() {}

    static Failure of(MigrationFailure failure, Direction direction) {
        Migration migration = failure.migration();
        SourceText source = migration.source();
        if (failure.cause() instanceof StatementFailedException statement) {
            return statement(statement, advice(failure, direction, statement.connectionLost()));
        }
        if (failure.cause() instanceof RequirementFailedException requirement) {
            return new Failure(
                    requirement.reason(),
                    advice(failure, direction, false),
                    migration.path(),
                    requirement.position(),
                    source.position(requirement.directive().end()),
                    requirement.query(),
                    null);
        }
        if (failure.cause() instanceof OutcomeUnknownException unknown) {
            return new Failure(
                    "An earlier attempt was cut off at this statement, which commits on its own, and nothing shows"
                            + " whether it took effect.",
                    "Find out. If it did not, or if it can be run again: " + unknown.remedy()
                            + ". If it was, take it out of the file. Then run " + command(direction) + " again.",
                    migration.path(),
                    source.position(unknown.statement().start()),
                    source.position(unknown.statement().end()),
                    source.text(unknown.statement()),
                    null);
        }
        Position end = source.position(source.contentEnd());
        ServerException refusal = failure.cause() instanceof ServerException server ? server : null;
        return new Failure(
                (direction == Direction.FORWARD ? "At the end of the migration: " : "At the end of the rollback: ")
                        + (refusal == null
                                ? String.valueOf(failure.cause().getMessage())
                                : refusal.error().sentence()),
                advice(failure, direction, refusal != null && refusal.connectionLost()),
                migration.path(),
                end,
                end,
                "",
                refusal == null ? null : refusal.error());
    }

    /**
     * Describes what ended the run, the first error before its consequences.
     *
     * @param running the migration or rollback that was started and whose outcome is unknown
     */
    static List<Failure> of(RuntimeException end, Optional<Migration> running, Direction direction) {
        List<Failure> failures = new ArrayList<>();
        if (end.getCause() instanceof ServerException first) {
            failures.add(server(first));
        }
        failures.add(
                end instanceof ServerException server
                        ? server(server)
                        : Failure.of(String.valueOf(end.getMessage()), ""));
        running.ifPresent(migration -> failures.add(new Failure(
                fate(end, migration, direction),
                advice(end, migration, direction),
                migration.path(),
                null,
                null,
                "",
                null)));
        return failures;
    }

    /** Returns whether no part of a migration can be in the database, because the lock is checked at its commit. */
    static boolean rolledBack(RuntimeException end, Migration migration) {
        return end instanceof LockLostException && migration.transactionMode() == TransactionMode.TRANSACTION;
    }

    private static String fate(RuntimeException end, Migration migration, Direction direction) {
        if (direction == Direction.BACK) {
            return rolledBack(end, migration)
                    ? "Nothing of this rollback is left: its migration is still applied."
                    : "Nobody knows whether this migration is still applied: the session ended during its rollback.";
        }
        return rolledBack(end, migration)
                ? "The whole migration was rolled back."
                : "It is unknown whether this migration was applied: the session ended while it ran.";
    }

    /** A PANIC has the code of its reason; that the session is over shows only afterwards. */
    private static boolean isLost(RuntimeException cause) {
        return Arrays.stream(cause.getSuppressed())
                .anyMatch(later -> later instanceof ServerException server && server.connectionLost());
    }

    private static String advice(RuntimeException end, Migration migration, Direction direction) {
        if (rolledBack(end, migration)) {
            return "Run " + command(direction) + " again.";
        }
        return "Ask the database: mvn migrate:status."
                + (migration.transactionMode() == TransactionMode.TRANSACTION
                        ? " All of it is done, or nothing."
                        : " If it is not done, what ran before stays, and " + command(direction)
                                + " continues from there.");
    }

    private static String command(Direction direction) {
        return direction == Direction.FORWARD ? "mvn migrate:apply" : "mvn migrate:rollback";
    }

    private static Failure server(ServerException e) {
        if (e instanceof StatementFailedException statement) {
            return statement(statement, "");
        }
        return new Failure(e.error().sentence(), "", null, null, null, "", e.error());
    }

    private static Failure statement(StatementFailedException statement, String advice) {
        return new Failure(
                statement.error().sentence(),
                advice,
                statement.file().path(),
                statement.position(),
                statement.file().source().position(statement.place().end()),
                statement.sql(),
                statement.error());
    }

    private static String advice(MigrationFailure failure, Direction direction, boolean connectionLost) {
        if (connectionLost || isLost(failure.cause())) {
            return "The connection was lost: mvn migrate:status shows what is applied.";
        }
        if (failure.cause() instanceof ServerException refusal && refusal.is(SqlState.READ_ONLY_SQL_TRANSACTION)) {
            return "Nothing is wrong with the file: the server takes no changes, as a standby, or since"
                    + " default_transaction_read_only was set. Run " + command(direction)
                    + " again on the primary.";
        }
        String tries = failure.tries() > 1 ? "It was tried " + failure.tries() + " times. " : "";
        if (!failure.rolledBack()) {
            return tries + "The statements before this one remain in effect: correct this one, and "
                    + command(direction) + " continues from here.";
        }
        String what = direction == Direction.FORWARD ? "migration" : "rollback";
        return tries + "Nothing of this " + what + " remains in the database: correct it, and run " + command(direction)
                + " again.";
    }
}
