package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;

/** Reports a column of type {@code integer}. */
public final class PreferBigintOverInt implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public void checkFolder(FolderContext context, Reporter reporter) {
        for (TypedColumn column : TypedColumn.plainNumbers(context, "int4")) {
            reporter.report(
                            column.place(),
                            column.quoted() + " is " + column.written() + " and takes no number above 2147483647",
                            "Use bigint.")
                    .fix(column.asBigint());
        }
    }
}
