package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.replay.Table;

/** Reports policies on a table on which row-level security is never enabled. */
final class PolicyExistsRlsDisabled extends FolderRule {
    PolicyExistsRlsDisabled() {
        super(Facts.error(Category.SECURITY).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().certain().tables()) {
            if (table.rowSecurity().isAbsent()) {
                table.policies().all().stream()
                        .limit(1)
                        .forEach(policy -> reporter.report(
                                policy.origin(),
                                "Policy `" + policy.name() + "` has no effect, since row-level security is off on `"
                                        + table.name() + "`",
                                "Write ALTER TABLE " + table.name().sql() + " ENABLE ROW LEVEL SECURITY."));
            }
        }
    }
}
