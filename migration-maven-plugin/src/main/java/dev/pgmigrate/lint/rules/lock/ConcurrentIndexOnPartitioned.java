package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.Statement;

/** Reports {@code CONCURRENTLY} on the index of a partitioned table, and a drop of several so, which the server refuses. */
final class ConcurrentIndexOnPartitioned extends StatementRule<Statement> {
    ConcurrentIndexOnPartitioned() {
        super(Facts.error(Category.LOCK).since("0.1"), DropStatement.Drop.class, IndexStatement.CreateIndex.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof IndexStatement.CreateIndex create
                && create.concurrently()
                && LiveTable.isPartitioned(create.table().qualified(), context)) {
            reporter.report(
                    create.range(),
                    LiveTable.quoted(create.table())
                            + " is partitioned, and the server refuses CREATE INDEX CONCURRENTLY there (SQLSTATE"
                            + " " + SqlState.FEATURE_NOT_SUPPORTED + ")",
                    "Create the index ON ONLY the parent, build one CONCURRENTLY on each partition, and attach those.");
        }
        if (statement instanceof DropStatement.Drop drop && drop.concurrently()) {
            if (drop.objects().size() > 1 || drop.cascade()) {
                reporter.report(
                        drop.range(),
                        "DROP INDEX CONCURRENTLY drops one index and takes nothing along, and the server refuses "
                                + (drop.cascade() ? "CASCADE" : drop.objects().size() + " at once") + " (SQLSTATE "
                                + SqlState.FEATURE_NOT_SUPPORTED + ")",
                        "Write a statement for each index, without CASCADE.");
                return;
            }
            for (ObjectReference reference : drop.objects()) {
                context.schema()
                        .index(reference.name().qualified())
                        .filter(index -> LiveTable.isPartitioned(index.table(), context))
                        .filter(index -> !isTemporary(index.table(), context))
                        .ifPresent(index -> reporter.report(
                                drop.range(),
                                "`" + index.name().name() + "` belongs to the partitioned table `"
                                        + index.table().name()
                                        + "`, and the server refuses DROP INDEX CONCURRENTLY there (SQLSTATE"
                                        + " " + SqlState.FEATURE_NOT_SUPPORTED + ")",
                                "Drop it without CONCURRENTLY, which takes ACCESS EXCLUSIVE on the parent for"
                                        + " a moment."));
            }
        }
    }

    /** Of a table of the session any drop is a plain one. */
    private static boolean isTemporary(QualifiedName table, LintContext context) {
        return context.schema().table(table).filter(Table::temporary).isPresent();
    }
}
