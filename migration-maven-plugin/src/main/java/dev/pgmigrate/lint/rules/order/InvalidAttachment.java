package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.AlterTableAction.AttachPartition;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.Definition;

/** Reports a table or an index that no server makes a part of another. */
final class InvalidAttachment extends StatementRule<TableStatement> {
    InvalidAttachment() {
        super(Facts.error(Category.ORDER).since("0.1"), AlterTable.class, Definition.class);
    }

    @Override
    protected void check(TableStatement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof Definition create) {
            if (create.partitionOf() != null && !refusals.isThere(create)) {
                refusals.schema()
                        .table(create.partitionOf())
                        .filter(Table::created)
                        .ifPresent(parent -> PartitionShape.persistence(create, parent, refusals));
            }
        } else if (statement instanceof AlterTable alter) {
            refusals.schema()
                    .table(alter.name())
                    .filter(Table::isPartitioned)
                    .ifPresent(table -> table(alter, table, refusals));
            refusals.schema().index(alter.name().qualified()).ifPresent(index -> index(alter, index, refusals));
        }
    }

    private static void table(AlterTable alter, Table table, Refusals refusals) {
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AttachPartition attach) {
                refusals.schema()
                        .table(attach.partition())
                        .filter(Table::created)
                        .ifPresent(part -> PartitionShape.check(table, part, attach, refusals));
            }
        }
    }

    /** {@code ALTER INDEX} takes an index as a part; {@code ALTER TABLE} takes none. */
    private static void index(AlterTable alter, Index index, Refusals refusals) {
        boolean isWhole = refusals.schema()
                .table(index.table())
                .filter(Table::isPartitioned)
                .isPresent();
        for (AlterTableAction action : alter.actions()) {
            boolean attaches = action instanceof AttachPartition;
            if (attaches && alter.objectType() == ObjectType.INDEX) {
                IndexParts.check(alter, (AttachPartition) action, refusals);
            } else if (attaches || action instanceof AlterTableAction.DetachPartition) {
                refusals.addIf(
                        alter.objectType() == ObjectType.TABLE,
                        action.range(),
                        attaches && isWhole ? SqlState.INVALID_OBJECT_DEFINITION : SqlState.WRONG_OBJECT_TYPE,
                        "`" + alter.name() + "` is an index",
                        "Name the partitioned table, or write ALTER INDEX … ATTACH PARTITION.");
            }
        }
    }
}
