package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;

/** Reports a column for instants that forgets the time zone. */
public final class PreferTimestamptz implements Rule {
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
        for (TypedColumn column : TypedColumn.of(context, "timestamp")) {
            reporter.report(
                            column.place(),
                            column.quoted()
                                    + " is a timestamp without a time zone: what two sessions in different zones"
                                    + " write as one instant are two values in it",
                            "Use timestamptz, which takes no more room.")
                    .fix(column.preferred());
        }
    }
}
