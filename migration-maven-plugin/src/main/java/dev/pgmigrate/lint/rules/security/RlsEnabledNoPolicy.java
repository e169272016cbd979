package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Table;

/** Reports a table with row-level security and no policy. */
public final class RlsEnabledNoPolicy implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.SECURITY;
    }

    @Override
    public void checkFolder(FolderContext context, Reporter reporter) {
        for (Table table : context.end().certain().tables()) {
            if (table.created()
                    && table.rowSecurity().isPresent()
                    && table.policies().all().isEmpty()
                    && table.partitionOf() == null) {
                reporter.report(
                        table.origin(),
                        "Row-level security is on for `" + table.name()
                                + "` and there is no policy, so nobody but its owner sees a row",
                        "Create the policies of `" + table.name() + "`, or suppress this with the reason.");
            }
        }
    }
}
