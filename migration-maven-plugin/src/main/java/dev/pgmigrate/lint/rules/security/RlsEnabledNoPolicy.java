package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.replay.Table;

/** Reports a table with row-level security and no policy. */
final class RlsEnabledNoPolicy extends FolderRule {
    RlsEnabledNoPolicy() {
        super(Facts.warning(Category.SECURITY).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
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
