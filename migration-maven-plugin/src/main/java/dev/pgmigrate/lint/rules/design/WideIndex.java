package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.IndexStatement;

/** Reports an index with more key columns than searches use. */
final class WideIndex extends StatementRule<IndexStatement.CreateIndex> {
    private static final int MOST_KEYS = 3;

    WideIndex() {
        super(Facts.off(Category.DESIGN).since("0.1"), IndexStatement.CreateIndex.class);
    }

    @Override
    protected void check(IndexStatement.CreateIndex index, LintContext context, Reporter reporter) {
        if (!index.unique() && index.elements().size() > MOST_KEYS) {
            reporter.report(
                    index.range(),
                    (index.name() == null
                                    ? "The index on " + LiveTable.quoted(index.table())
                                    : "`" + index.name().text() + "`")
                            + " has " + index.elements().size()
                            + " keys, of which a search rarely uses more than the first few",
                    "Keep the columns that searches compare for equality, and at most one more.");
        }
    }
}
