package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.lint.evidence.OutsideTransaction;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Optional;

/** Reports a partition detached without {@code CONCURRENTLY}, which blocks the whole partitioned table. */
final class RequireConcurrentPartitionDetach extends StatementRule<TableStatement.AlterTable> {
    RequireConcurrentPartitionDetach() {
        super(Facts.warning(Category.LOCK).fixable().since("0.1"), TableStatement.AlterTable.class);
    }

    @Override
    protected void check(TableStatement.AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.DetachPartition detach :
                LiveTable.actions(alter, context, AlterTableAction.DetachPartition.class)) {
            boolean hasDefault = LiveTable.table(alter, context)
                    .flatMap(parent -> context.schema().defaultPartitionOf(parent.name()))
                    .isPresent();
            if (!detach.concurrently() && !detach.finalizing() && !hasDefault) {
                boolean alone = context.file().topLevel().size() == 1 && context.runner() == Runner.MIGRATE;
                reporter.report(
                                detach.range(),
                                "Detaching " + LiveTable.quoted(detach.partition()) + " takes ACCESS EXCLUSIVE on "
                                        + LiveTable.name(alter)
                                        + " and blocks reads and writes of all its partitions",
                                "Write DETACH PARTITION … CONCURRENTLY, in "
                                        + OutsideTransaction.place(context.runner()) + ".")
                        .fix(
                                alone && context.place() == Place.FILE
                                        ? Optional.of(Fix.insert(
                                                detach.partition().range().end(), " CONCURRENTLY"))
                                        : Optional.empty());
            }
        }
    }
}
