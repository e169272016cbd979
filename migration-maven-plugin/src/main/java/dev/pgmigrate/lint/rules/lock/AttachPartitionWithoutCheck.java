package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.MissingIndexes;
import dev.pgmigrate.effect.PartitionProof;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Optional;

/**
 * Reports an existing table attached as a partition with no check that spares the server reading it, or without an index that
 * it then builds; and a default partition that is read for rows of the new one.
 */
final class AttachPartitionWithoutCheck extends StatementRule<TableStatement.AlterTable> {
    AttachPartitionWithoutCheck() {
        super(Facts.warning(Category.LOCK).since("0.1"), TableStatement.AlterTable.class);
    }

    @Override
    protected void check(TableStatement.AlterTable alter, LintContext context, Reporter reporter) {
        if (alter.objectType() != ObjectType.TABLE) {
            return;
        }
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.AttachPartition attach) {
                if (!context.isFresh(attach.partition())) {
                    reportPartition(alter, attach, context, reporter);
                }
                DefaultPartition.searched(alter.name(), context)
                        .ifPresent(partition -> reporter.report(
                                attach.range(),
                                "Attaching " + LiveTable.quoted(attach.partition()) + " reads all of `"
                                        + partition.name().name()
                                        + "`, the default partition, under ACCESS EXCLUSIVE, which"
                                        + " blocks its reads and writes meanwhile",
                                DefaultPartition.advice(partition) + " and attach after that."));
            }
        }
    }

    private static void reportPartition(
            TableStatement.AlterTable alter,
            AlterTableAction.AttachPartition attach,
            LintContext context,
            Reporter reporter) {
        QualifiedName name = context.schema().resolve(attach.partition());
        Optional<Table> parent = context.schema().table(alter.name());
        Optional<Table> child = context.schema().table(attach.partition());
        boolean takesAll = attach.bound() instanceof PartitionBound.Default && isAlone(alter.name(), context);
        if (!takesAll && !isProven(parent, child)) {
            reporter.report(
                            attach.range(),
                            "Attaching " + LiveTable.quoted(attach.partition())
                                    + " reads all of it under ACCESS EXCLUSIVE, which blocks its reads and"
                                    + " writes meanwhile",
                            "Add a check that implies the bound NOT VALID, validate it in a later file, and"
                                    + " attach after that.")
                    .assumedIf(parent.isEmpty() || child.isEmpty());
            return;
        }
        MissingIndexes.of(context.schema().resolve(alter.name()), name, context.schema()).stream()
                .findFirst()
                .ifPresent(index -> reporter.report(
                        attach.range(),
                        "Attaching " + LiveTable.quoted(attach.partition()) + " builds an index like `"
                                + index.name().name()
                                + "` on it under ACCESS EXCLUSIVE, which blocks its reads and writes meanwhile",
                        "Build it CONCURRENTLY in an earlier file of its own."));
    }

    /** Nothing is kept out of a default partition as long as there is no other one. */
    private static boolean isAlone(ObjectName parent, LintContext context) {
        return context.schema().partitionsOf(context.schema().resolve(parent)).isEmpty();
    }

    private static boolean isProven(Optional<Table> parent, Optional<Table> child) {
        return parent.isPresent() && child.isPresent() && PartitionProof.of(parent.get(), child.get());
    }
}
