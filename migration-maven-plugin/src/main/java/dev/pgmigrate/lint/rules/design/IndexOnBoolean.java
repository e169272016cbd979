package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.sql.ast.IndexStatement;

/** Reports an index whose only key is a boolean. */
final class IndexOnBoolean extends StatementRule<IndexStatement.CreateIndex> {
    IndexOnBoolean() {
        super(Facts.off(Category.DESIGN).since("0.1"), IndexStatement.CreateIndex.class);
    }

    @Override
    protected void check(IndexStatement.CreateIndex index, LintContext context, Reporter reporter) {
        if (index.where() == null
                && SoleKey.type(index, context).filter(type -> type.is("bool")).isPresent()) {
            reporter.report(
                    index.range(),
                    "`" + Words.of(index) + "` has only two values, and each of them finds about half of the table",
                    "Make it a partial index, with a WHERE for the rare value.");
        }
    }
}
