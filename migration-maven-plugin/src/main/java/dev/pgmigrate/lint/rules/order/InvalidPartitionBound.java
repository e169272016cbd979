package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.Definition;

/** Reports a partition that no server makes beside the others, for the rows that it would take. */
final class InvalidPartitionBound extends StatementRule<TableStatement> {
    InvalidPartitionBound() {
        super(Facts.error(Category.ORDER).since("0.1"), Definition.class, AlterTable.class);
    }

    @Override
    protected void check(TableStatement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof Definition create) {
            PartitionBound bound = create.bound();
            if (create.partitionOf() != null && bound != null && !refusals.isThere(create)) {
                PartitionBounds.check(create.partitionOf(), bound, refusals, SqlState.INVALID_OBJECT_DEFINITION);
            }
        } else if (statement instanceof AlterTable alter) {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.AttachPartition attach && attach.bound() != null) {
                    PartitionBounds.check(alter.name(), attach.bound(), refusals, refusals.ofUnpartitioned());
                }
            }
        }
    }
}
