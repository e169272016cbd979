package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionStatement.CallStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what commits by itself inside a transaction, which no procedure and no {@code DO} can (PostgreSQL manual, 41.8
 * "Transaction Management").
 */
final class CommittingCalls {
    private CommittingCalls() {}

    static List<Step> of(FileContext file) {
        return file.topLevel().stream()
                .filter(step -> step.transaction().isOpen() && (callsSuch(step) || isCommittingBlock(step)))
                .toList();
    }

    private static boolean isCommittingBlock(Step step) {
        return step.statement() instanceof DoStatement && commits(step.body());
    }

    /** Where the name has several procedures, all of them have to commit. */
    private static boolean callsSuch(Step step) {
        if (!(step.statement() instanceof CallStatement call) || !(call.call() instanceof FuncCall name)) {
            return false;
        }
        List<Routine> routines = step.before().certain().routines(name.name().qualified());
        return !routines.isEmpty() && routines.stream().allMatch(routine -> commits(routine.body()));
    }

    private static boolean commits(@Nullable PlpgsqlBody body) {
        return body != null
                && body.walk()
                        .anyMatch(statement ->
                                statement instanceof PlStatement.Commit || statement instanceof PlStatement.Rollback);
    }
}
