package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.sql.ast.IndexStatement;

/** Reports an index of the method hash. */
final class HashIndex extends StatementRule<IndexStatement.CreateIndex> {
    HashIndex() {
        super(Facts.off(Category.DESIGN).since("0.1"), IndexStatement.CreateIndex.class);
    }

    @Override
    protected void check(IndexStatement.CreateIndex index, LintContext context, Reporter reporter) {
        if (index.method() != null && index.method().text().equals("hash")) {
            reporter.report(
                    index.range(),
                    "`" + Words.of(index) + "` finds equal values only, and can neither sort nor be unique",
                    "Leave USING hash out.");
        }
    }
}
