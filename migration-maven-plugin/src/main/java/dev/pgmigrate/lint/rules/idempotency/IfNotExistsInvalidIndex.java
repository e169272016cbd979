package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.BrokenIndex;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;

/** Reports a {@code CREATE INDEX CONCURRENTLY IF NOT EXISTS} that takes a broken index for a good one. */
final class IfNotExistsInvalidIndex extends StatementRule<CreateIndex> {
    IfNotExistsInvalidIndex() {
        super(Facts.warning(Category.IDEMPOTENCY).fixable().since("0.1"), CreateIndex.class);
    }

    @Override
    protected void check(CreateIndex create, LintContext context, Reporter reporter) {
        if (!create.concurrently() || !BrokenIndex.isKept(create, context) || create.name() == null) {
            return;
        }
        QualifiedName table = context.schema().resolve(create.table());
        QualifiedName index =
                new QualifiedName(table.schemaOrNull(), create.name().text());
        if (context.schema().relationPresence(index).isAbsent()) {
            return;
        }
        reporter.report(
                        create.name().range(),
                        "A failed build leaves the index `" + create.name()
                                + "` behind as INVALID, and IF NOT EXISTS takes it for a good one on the next run",
                        "Put " + BrokenIndex.drop(create, create.name(), context)
                                + " before it, and leave IF NOT EXISTS out.")
                .fix(BrokenIndex.fix(create, context));
    }
}
