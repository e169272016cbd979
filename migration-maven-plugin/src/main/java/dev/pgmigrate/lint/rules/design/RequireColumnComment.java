package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Set;

/** Reports a column of a new table without a comment. */
final class RequireColumnComment extends FileRule {
    RequireColumnComment() {
        super(Facts.off(Category.DESIGN).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        for (TableStatement.CreateTable table : Comments.tables(context)) {
            Set<String> commented = Comments.onColumns(table, context);
            String name = context.sql().source().text(table.name().range());
            for (ColumnDef column : table.columns()) {
                if (!commented.contains(column.name().text())) {
                    String own = context.sql().source().text(column.name().range());
                    reporter.report(
                                    column.name().range(),
                                    "Nothing says what `" + table.name() + "." + column.name() + "` holds",
                                    "Write COMMENT ON COLUMN in the same file.")
                            .fix(Comments.stub("column " + name + "." + own, table, context));
                }
            }
        }
    }
}
