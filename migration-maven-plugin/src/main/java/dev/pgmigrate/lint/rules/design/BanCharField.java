package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;

/** Reports a column that is padded with blanks. */
final class BanCharField extends FolderRule {
    BanCharField() {
        super(Facts.warning(Category.DESIGN).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (TypedColumn column : TypedColumn.of(context, "bpchar")) {
            // Without a length nothing is padded (PostgreSQL manual, 8.3 "Character Types").
            boolean padded = !column.written().equalsIgnoreCase("bpchar");
            reporter.report(
                    column.place(),
                    column.quoted() + " is " + column.written() + ": "
                            + (padded
                                    ? "values are padded with blanks, which some operators ignore and others do not"
                                    : "blanks at the end of a value count for some operators and not for others"),
                    padded ? "Use text, with a check for its length." : "Use text.");
        }
    }
}
