package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;

/** Reports a {@code json} column. */
public final class PreferJsonb implements Rule {
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
        for (TypedColumn column : TypedColumn.of(context, "json")) {
            reporter.report(
                            column.place(),
                            column.quoted()
                                    + " is json, which has no equality, so that DISTINCT, UNION and GROUP BY on it"
                                    + " fail, and each access parses the text again",
                            "Use jsonb.")
                    .fix(column.preferred());
        }
    }
}
