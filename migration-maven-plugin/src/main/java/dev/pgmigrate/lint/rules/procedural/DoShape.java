package dev.pgmigrate.lint.rules.procedural;

import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlBranching;
import dev.pgmigrate.sql.plpgsql.PlLoop;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlStatements;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The shapes of a {@code DO} block that a migration may have. */
final class DoShape {
    private static final Set<StatementKind> CHANGES_ROWS = EnumSet.of(
            StatementKind.INSERT, StatementKind.UPDATE, StatementKind.DELETE, StatementKind.MERGE, StatementKind.CALL);

    private DoShape() {}

    /**
     * Returns whether {@code block} runs at most one statement, guarded by exception handlers or by an {@code IF}; a
     * {@code RAISE} beside it changes nothing.
     */
    static boolean isGuardedStatement(PlBlock block) {
        return isGuarded(block, false);
    }

    private static boolean isGuarded(PlStatement outermost, boolean alreadyGuarded) {
        PlStatement statement = outermost;
        boolean guarded = alreadyGuarded;
        while (true) {
            PlStatements inner;
            if (statement instanceof PlBlock block) {
                boolean quiet = block.handlers().stream().allMatch(handler -> isQuiet(handler.statements()));
                if (!block.declarations().isEmpty() || !quiet) {
                    return false;
                }
                guarded |= !block.handlers().isEmpty();
                inner = block.statements();
            } else if (statement instanceof PlBranching.If branching
                    && branching.branches().size() == 1
                    && (branching.otherwise() == null || isQuiet(branching.otherwise()))) {
                guarded = true;
                inner = branching.branches().get(0).statements();
            } else {
                return guarded && isStatement(statement);
            }
            List<PlStatement> working =
                    inner.stream().filter(each -> !isQuiet(each)).toList();
            if (working.size() != 1) {
                return false;
            }
            statement = working.get(0);
        }
    }

    /** Dynamic SQL counts as one statement here; that it cannot be read is another rule's. */
    private static boolean isStatement(PlStatement statement) {
        return statement instanceof PlStatement.Execute
                || statement instanceof PlStatement.Perform
                || (statement instanceof PlStatement.Sql sql
                        && !CHANGES_ROWS.contains(sql.statement().kind()));
    }

    /** Returns whether {@code block} only looks and complains. */
    static boolean isAssertion(PlBlock block) {
        Deque<PlStatement> open = new ArrayDeque<>();
        open.push(block);
        while (!open.isEmpty()) {
            PlStatement statement = open.pop();
            boolean looks = statement instanceof PlBlock
                    || statement instanceof PlBranching
                    || statement instanceof PlStatement.Perform
                    || statement instanceof PlStatement.Assert
                    || statement instanceof PlStatement.Assignment
                    || statement instanceof PlStatement.Return
                    || (statement instanceof PlStatement.Sql sql && sql.statement() instanceof SelectStatement)
                    || isQuiet(statement);
            if (!looks) {
                return false;
            }
            statement.children().forEach(open::push);
        }
        return true;
    }

    /**
     * Returns whether {@code block} changes rows in batches: a loop that commits in each round, so that no lock outlives
     * it (PostgreSQL manual, 41.8 "Transaction Management").
     */
    static boolean isBatches(PlBlock block) {
        List<PlStatement> loops = block.statements().stream()
                .filter(statement -> !isQuiet(statement) && !(statement instanceof PlStatement.Assignment))
                .toList();
        return block.handlers().isEmpty()
                && loops.size() == 1
                && loops.get(0) instanceof PlLoop loop
                && loop.body().stream().anyMatch(PlStatement.Commit.class::isInstance)
                && loop.body().stream().filter(DoShape::changesRows).count() == 1
                && loop.body().stream().allMatch(statement -> changesRows(statement) || isStep(statement));
    }

    private static boolean changesRows(PlStatement statement) {
        return statement instanceof PlStatement.Sql sql
                && CHANGES_ROWS.contains(sql.statement().kind());
    }

    private static boolean isStep(PlStatement statement) {
        return statement instanceof PlStatement.Assignment
                || statement instanceof PlStatement.Exit
                || statement instanceof PlStatement.GetDiagnostics
                || statement instanceof PlStatement.Perform
                || statement instanceof PlStatement.Commit
                || isQuiet(statement);
    }

    private static boolean isQuiet(PlStatements statements) {
        return statements.stream().allMatch(DoShape::isQuiet);
    }

    private static boolean isQuiet(PlStatement statement) {
        return statement instanceof PlStatement.Raise || statement instanceof PlStatement.Null;
    }
}
