package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;

/** Reports a partition key that no server takes, and a unique key that crosses the partitions. */
final class InvalidPartitionKey extends StatementRule<Statement> {
    InvalidPartitionKey() {
        super(Facts.error(Category.ORDER).since("0.1"), CreateTable.class, AlterTable.class, CreateIndex.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof CreateTable create) {
            if (create.partitionBy() != null && !refusals.isThere(create)) {
                PartitionKeys.key(create, create.partitionBy(), refusals);
            }
        } else if (statement instanceof AlterTable alter) {
            alter.actions().forEach(action -> PartitionKeys.added(alter, action, refusals));
        } else if (statement instanceof CreateIndex index) {
            PartitionKeys.index(index, refusals);
        }
    }
}
