package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.BrokenIndex;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.lint.evidence.OutsideTransaction;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.IndexStatement;
import java.util.Optional;

/** Reports an index built without {@code CONCURRENTLY} on a table that already exists. */
final class RequireConcurrentIndexCreation extends StatementRule<IndexStatement.CreateIndex> {
    RequireConcurrentIndexCreation() {
        super(Facts.error(Category.LOCK).fixable().since("0.1"), IndexStatement.CreateIndex.class);
    }

    @Override
    protected void check(IndexStatement.CreateIndex index, LintContext context, Reporter reporter) {
        if (index.concurrently() || index.only() || context.isFresh(index.table())) {
            return;
        }
        Optional<Table> table = context.schema().table(index.table());
        String name = index.name() == null ? "this index" : "`" + index.name().text() + "`";
        if (table.filter(Table::isPartitioned).isPresent()) {
            reporter.report(
                    index.range(),
                    "Building " + name + " blocks writes to " + LiveTable.quoted(index.table())
                            + " and all its partitions (SHARE) until it is done",
                    "Create it ON ONLY the parent, build one CONCURRENTLY on each partition, and attach those.");
            return;
        }
        boolean ownFile = context.runner() == Runner.SUPABASE || context.runner() == Runner.LIQUIBASE;
        String way = BrokenIndex.isKept(index, context)
                ? " without IF NOT EXISTS and DROP INDEX CONCURRENTLY IF EXISTS before it"
                : "";
        reporter.report(
                        index.range(),
                        "Building " + name + " blocks writes to " + LiveTable.quoted(index.table())
                                + " (SHARE) until it is done",
                        "Write CREATE INDEX CONCURRENTLY" + way + ", in " + OutsideTransaction.place(context.runner())
                                + ".")
                .assumedIf(table.isEmpty())
                .atMost(ownFile ? Severity.WARNING : Severity.ERROR)
                .fix(table.isEmpty() ? Optional.empty() : fix(index, context));
    }

    private static Optional<Fix> fix(IndexStatement.CreateIndex index, LintContext context) {
        Optional<Fix> behind = ConcurrentFix.behind(index.keyword(), context);
        return behind.isPresent() && BrokenIndex.isKept(index, context) ? BrokenIndex.fix(index, context) : behind;
    }
}
