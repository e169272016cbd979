package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;

/** Reports a {@code varchar(n)} column. */
public final class PreferTextField implements Rule {
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
        for (TypedColumn column : TypedColumn.of(context, "varchar")) {
            if (column.column().type() != null
                    && column.column().type().modifier(0).isPresent()) {
                reporter.report(
                                column.place(),
                                column.quoted() + " is " + column.written()
                                        + ", whose limit can only be made smaller by"
                                        + " scanning the table in ACCESS EXCLUSIVE",
                                "Use text, with a check for its length.")
                        .fix(column.preferred());
            }
        }
    }
}
