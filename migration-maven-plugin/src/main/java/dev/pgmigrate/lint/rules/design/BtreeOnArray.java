package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.IndexStatement;

/** Reports a B-tree over an array. */
final class BtreeOnArray extends StatementRule<IndexStatement.CreateIndex> {
    BtreeOnArray() {
        super(Facts.off(Category.DESIGN).since("0.1"), IndexStatement.CreateIndex.class);
    }

    @Override
    protected void check(IndexStatement.CreateIndex index, LintContext context, Reporter reporter) {
        if ((index.method() == null || index.method().text().equals("btree"))
                && !index.unique()
                && SoleKey.type(index, context).filter(ColumnType::array).isPresent()) {
            reporter.report(
                    index.range(),
                    "`" + Words.of(index)
                            + "` only finds arrays that are equal as a whole, not those that contain a value",
                    "Write USING gin.");
        }
    }
}
