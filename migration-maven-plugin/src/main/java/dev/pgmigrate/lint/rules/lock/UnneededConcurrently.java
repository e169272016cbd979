package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Changesets;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import java.util.Locale;
import java.util.Optional;

/** Reports an index built {@code CONCURRENTLY} on a table that nobody uses yet. */
final class UnneededConcurrently extends StatementRule<IndexStatement.CreateIndex> {
    UnneededConcurrently() {
        super(Facts.warning(Category.LOCK).fixable().since("0.1"), IndexStatement.CreateIndex.class);
    }

    @Override
    protected void check(IndexStatement.CreateIndex index, LintContext context, Reporter reporter) {
        if (index.concurrently() && context.isFresh(index.table()) && isMadeHere(index.table(), context)) {
            reporter.report(
                            index.range(),
                            "This file makes " + LiveTable.quoted(index.table())
                                    + ", so nobody waits for its lock, and CONCURRENTLY only keeps the file from"
                                    + " running in a transaction",
                            "Write CREATE INDEX without CONCURRENTLY.")
                    .fix(withoutIt(index, context));
        }
    }

    /** A changelog of Liquibase grows: an earlier changeset of the file may have run long ago. */
    private static boolean isMadeHere(ObjectName table, LintContext context) {
        Changesets changesets = Changesets.of(context.sql(), context.runner());
        int changeset = changesets.startOf(context.statement().range().start());
        return context.schema()
                .relation(table.qualified())
                .map(SchemaObject::origin)
                .filter(origin -> origin.file() == context.sql()
                        && changesets.startOf(origin.range().start()) == changeset)
                .isPresent();
    }

    private static Optional<Fix> withoutIt(IndexStatement.CreateIndex index, LintContext context) {
        String rest = context.text(
                new SourceRange(index.keyword().end(), index.range().end()));
        int word = rest.toLowerCase(Locale.ROOT).indexOf("concurrently");
        if (word < 0 || !rest.substring(0, word).isBlank()) {
            return Optional.empty();
        }
        int end = index.keyword().end() + word + "concurrently".length();
        return Optional.of(Fix.delete(new SourceRange(index.keyword().end(), end)));
    }
}
