package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;
import java.util.Optional;

/** Reports an existing table attached as a partition with no check that spares the server reading it. */
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
            if (action instanceof AlterTableAction.AttachPartition attach
                    && !context.isFresh(attach.partition())
                    && !(attach.bound() instanceof PartitionBound.Default && isAlone(alter.name(), context))) {
                Optional<Table> parent = context.schema().table(alter.name());
                Optional<Table> child = context.schema().table(attach.partition());
                if (!isProven(parent, child)) {
                    reporter.report(
                                    attach.range(),
                                    "Attaching " + LiveTable.quoted(attach.partition())
                                            + " reads all of it under ACCESS EXCLUSIVE, which blocks its reads and"
                                            + " writes meanwhile",
                                    "Add a check that implies the bound NOT VALID, validate it in a later file, and"
                                            + " attach after that.")
                            .assumedIf(parent.isEmpty() || child.isEmpty());
                }
            }
        }
    }

    /** Nothing is kept out of a default partition as long as there is no other one. */
    private static boolean isAlone(ObjectName parent, LintContext context) {
        return context.schema().partitionsOf(context.schema().resolve(parent)).isEmpty();
    }

    /** A range excludes NULL, which a check lets pass, so the columns have to be NOT NULL besides. */
    private static boolean isProven(Optional<Table> parent, Optional<Table> child) {
        if (parent.isEmpty() || child.isEmpty() || parent.get().partitionBy() == null) {
            return false;
        }
        List<String> key = parent.get().partitionBy().elements().stream()
                .map(element -> element.column() == null ? "" : element.column().text())
                .toList();
        boolean checked = child.get().constraints().all().stream()
                .filter(constraint -> constraint.kind() == TableConstraint.Kind.CHECK && constraint.validated())
                .anyMatch(constraint -> constraint.columns().containsAll(key));
        return checked && key.stream().allMatch(column -> isNeverNull(child.get(), column));
    }

    private static boolean isNeverNull(Table table, String column) {
        boolean inKey =
                table.primaryKey().filter(key -> key.columns().contains(column)).isPresent();
        return inKey || table.column(column).filter(known -> !known.notNull()).isEmpty();
    }
}
