package dev.pgmigrate.apply;

import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.ast.TransactionStatement.Action;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about transactions by itself.
 *
 * @param ownBeginOrNull its {@code BEGIN}, where it is the first statement and {@code COMMIT} the last and nothing between
 *     them touches the transaction: it then runs in our transaction instead
 * @param foreign the statements that would end our transaction; empty for a file that can be applied
 */
record TransactionControl(@Nullable TransactionStatement ownBeginOrNull, List<TransactionStatement> foreign) {
    TransactionControl {
        foreign = List.copyOf(foreign);
    }

    static TransactionControl of(SqlScript script) {
        List<Statement> statements = script.statements();
        List<TransactionStatement> found = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof TransactionStatement control && !isSavepoint(control.action())) {
                found.add(control);
            }
        }
        if (found.size() == 2
                && isBegin(found.get(0))
                && found.get(1).action() == Action.COMMIT
                && !found.get(1).chain()
                && statements.get(0) == found.get(0)
                && statements.get(statements.size() - 1) == found.get(1)) {
            return new TransactionControl(found.get(0), List.of());
        }
        return new TransactionControl(null, found);
    }

    Optional<TransactionStatement> ownBegin() {
        return Optional.ofNullable(ownBeginOrNull);
    }

    private static boolean isBegin(TransactionStatement statement) {
        return statement.action() == Action.BEGIN || statement.action() == Action.START;
    }

    private static boolean isSavepoint(Action action) {
        return switch (action) {
            case SAVEPOINT, RELEASE, ROLLBACK_TO -> true;
            case BEGIN, START, COMMIT, ROLLBACK, PREPARE, COMMIT_PREPARED, ROLLBACK_PREPARED -> false;
        };
    }
}
