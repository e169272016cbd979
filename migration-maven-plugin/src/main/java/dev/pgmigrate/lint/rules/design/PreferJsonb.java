package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;

/** Reports a {@code json} column. */
final class PreferJsonb extends FolderRule {
    PreferJsonb() {
        super(Facts.warning(Category.DESIGN).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (TypedColumn column : TypedColumn.of(context, "json")) {
            reporter.report(
                    column.place(),
                    column.quoted()
                            + " is json, which has no equality, so that DISTINCT, UNION and GROUP BY on it"
                            + " fail, and each access parses the text again",
                    "Use jsonb.");
        }
    }
}
