package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.ast.TransactionStatement.Action;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The transaction control in a file; decided here once, for lint, apply and proof.
 *
 * <p>One pair around the whole file is accepted: {@code BEGIN} or {@code START TRANSACTION} as the first statement, a
 * plain {@code COMMIT} or {@code END} as the last, and nothing but savepoints between them. It is replaced by the
 * transaction that also writes the history. Everything else would end that transaction too early: a second pair, a {@code
 * ROLLBACK}, {@code PREPARE TRANSACTION}, and {@code COMMIT AND CHAIN}, which begins the next transaction at once.
 *
 * @param beginOrNull the file's {@code BEGIN}, or null if it has no such pair
 * @param foreign the statements that would end our transaction; empty for a file that can be applied
 */
public record OwnTransaction(@Nullable TransactionStatement beginOrNull, List<TransactionStatement> foreign) {
    public OwnTransaction {
        foreign = List.copyOf(foreign);
    }

    static OwnTransaction of(SqlScript script) {
        List<Statement> statements = script.statements();
        List<TransactionStatement> found = new ArrayList<>();
        for (Statement statement : script.withoutRows()) {
            if (statement instanceof TransactionStatement control && !isSavepoint(control.action())) {
                found.add(control);
            }
        }
        if (found.size() == 2
                && begins(found.get(0))
                && commits(found.get(1))
                && statements.get(0) == found.get(0)
                && statements.get(statements.size() - 1) == found.get(1)) {
            return new OwnTransaction(found.get(0), List.of());
        }
        return new OwnTransaction(null, found);
    }

    public Optional<TransactionStatement> begin() {
        return Optional.ofNullable(beginOrNull);
    }

    /** Returns the SQL that begins our transaction: the file's own if it has one, which may set an isolation level. */
    public String beginSql(SourceText source) {
        return begin().map(begin -> source.text(begin.range())).orElse("BEGIN");
    }

    /** Returns whether one {@code BEGIN} … {@code COMMIT} encloses the whole file. */
    public boolean isPair() {
        return beginOrNull != null;
    }

    /** Returns those of the file's statements, or of values derived from them in order, that the pair encloses. */
    public <T> List<T> inside(List<T> all) {
        return isPair() ? all.subList(1, all.size() - 1) : all;
    }

    private static boolean begins(TransactionStatement statement) {
        return statement.action() == Action.BEGIN || statement.action() == Action.START;
    }

    private static boolean commits(TransactionStatement statement) {
        return statement.action() == Action.COMMIT && !statement.chain();
    }

    private static boolean isSavepoint(Action action) {
        return switch (action) {
            case SAVEPOINT, RELEASE, ROLLBACK_TO -> true;
            case BEGIN, START, COMMIT, ROLLBACK, PREPARE, COMMIT_PREPARED, ROLLBACK_PREPARED -> false;
        };
    }
}
