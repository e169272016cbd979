package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.TransactionState;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.SettingStatement;
import java.util.Optional;

/** Whether a statement can be made {@code CONCURRENTLY} where it stands, that is, outside any transaction. */
final class ConcurrentFix {
    private ConcurrentFix() {}

    /** Returns the insertion behind {@code keyword}, where every other statement of the file bears it. */
    static Optional<Fix> behind(SourceRange keyword, LintContext context) {
        boolean runnerCan = context.runner() == Runner.MIGRATE
                || context.runner() == Runner.FLYWAY
                || context.runner() == Runner.PSQL;
        boolean fileCan = context.place() == Place.FILE
                && context.transaction() != TransactionState.FILE
                && context.file().topLevel().stream().allMatch(ConcurrentFix::bearsIt);
        return runnerCan && fileCan ? Optional.of(Fix.insert(keyword.end(), " CONCURRENTLY")) : Optional.empty();
    }

    private static boolean bearsIt(Step step) {
        if (step.statement() instanceof IndexStatement.CreateIndex index) {
            return index.concurrently()
                    || step.before()
                            .table(index.table())
                            .filter(table -> !table.isPartitioned())
                            .isPresent();
        }
        if (step.statement() instanceof DropStatement.Drop drop) {
            return drop.objectType() == ObjectType.INDEX && drop.objects().size() == 1 && !drop.cascade();
        }
        return step.statement() instanceof IndexStatement.Reindex
                || step.statement() instanceof SettingStatement.SetStatement
                || Transactional.of(step.statement()) == Transactional.NO;
    }
}
