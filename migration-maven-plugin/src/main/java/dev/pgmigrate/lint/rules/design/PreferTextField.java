package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;

/** Reports a {@code varchar(n)} column. */
final class PreferTextField extends FolderRule {
    PreferTextField() {
        super(Facts.off(Category.DESIGN).fixable().since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (TypedColumn column : TypedColumn.of(context, "varchar")) {
            if (column.column().type() != null
                    && column.column().type().modifier(0).isPresent()) {
                reporter.report(
                                column.place(),
                                column.quoted() + " is " + column.written()
                                        + ", whose limit can only be made smaller by scanning the table in ACCESS"
                                        + " EXCLUSIVE",
                                "Use text, with a check for its length.")
                        .fix(column.preferred());
            }
        }
    }
}
