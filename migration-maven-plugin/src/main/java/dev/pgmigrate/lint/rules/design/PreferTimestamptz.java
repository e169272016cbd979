package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;

/** Reports a column for instants that forgets the time zone. */
final class PreferTimestamptz extends FolderRule {
    PreferTimestamptz() {
        super(Facts.warning(Category.DESIGN).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (TypedColumn column : TypedColumn.of(context, "timestamp")) {
            reporter.report(
                    column.place(),
                    column.quoted()
                            + " is a timestamp without a time zone: what two sessions in different zones"
                            + " write as one instant are two values in it",
                    "Use timestamptz, which takes no more space.");
        }
    }
}
