package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Optional;

/** Reports a partition detached without {@code CONCURRENTLY}, which blocks the whole partitioned table. */
public final class RequireConcurrentPartitionDetach implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (AlterTableAction.DetachPartition detach :
                LiveTable.actions(context, AlterTableAction.DetachPartition.class)) {
            boolean hasDefault = LiveTable.table(context)
                    .filter(parent -> hasDefault(parent, context))
                    .isPresent();
            if (!detach.concurrently() && !detach.finalizing() && !hasDefault) {
                boolean alone = context.file().topLevel().size() == 1 && context.runner() == Runner.MIGRATE;
                reporter.report(
                                detach.range(),
                                "Detaching " + LiveTable.quoted(detach.partition()) + " takes ACCESS EXCLUSIVE on "
                                        + LiveTable.name(context)
                                        + " and blocks reads and writes of all its partitions",
                                "Write DETACH PARTITION … CONCURRENTLY, in a file of its own.")
                        .fix(
                                alone && context.place() == Place.FILE
                                        ? Optional.of(Fix.insert(
                                                detach.partition().range().end(), " concurrently"))
                                        : Optional.empty());
            }
        }
    }

    private static boolean hasDefault(Table parent, LintContext context) {
        return context.schema().partitionsOf(parent.name()).stream()
                .anyMatch(partition -> partition.origin().file().script().statements().stream()
                        .anyMatch(statement -> statement instanceof TableStatement.CreateTable create
                                && create.bound() instanceof PartitionBound.Default
                                && create.name()
                                        .qualified()
                                        .name()
                                        .equals(partition.name().name())));
    }
}
