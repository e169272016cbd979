package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;

/** Reports a column of type {@code smallint}. */
final class PreferBigintOverSmallint extends FolderRule {
    PreferBigintOverSmallint() {
        super(Facts.off(Category.DESIGN).fixable().since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (TypedColumn column : TypedColumn.plainNumbers(context, "int2")) {
            reporter.report(
                            column.place(),
                            column.quoted() + " is " + column.written() + " and takes no number above 32767",
                            "Use bigint.")
                    .fix(column.asBigint());
        }
    }
}
