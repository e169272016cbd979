package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports a new table without a comment. */
final class RequireTableComment extends FileRule {
    RequireTableComment() {
        super(Facts.off(Category.DESIGN).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        for (TableStatement.CreateTable table : Comments.tables(context)) {
            if (!Comments.isOn(table, context)) {
                String name = context.sql().source().text(table.name().range());
                reporter.report(
                                table.name().range(),
                                "Nothing says what `" + table.name() + "` is for",
                                "Write COMMENT ON TABLE in the same file.")
                        .fix(Comments.stub("table " + name, table, context));
            }
        }
    }
}
