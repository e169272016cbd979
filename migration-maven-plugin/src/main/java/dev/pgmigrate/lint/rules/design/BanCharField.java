package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;

/** Reports a column that is padded with blanks. */
public final class BanCharField implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
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
        for (TypedColumn column : TypedColumn.of(context, "bpchar")) {
            reporter.report(
                            column.place(),
                            column.quoted() + " is " + column.written() + ": values are padded with blanks, which some"
                                    + " operators ignore and others do not",
                            "Use text, with a check for its length.")
                    .fix(column.preferred());
        }
    }
}
