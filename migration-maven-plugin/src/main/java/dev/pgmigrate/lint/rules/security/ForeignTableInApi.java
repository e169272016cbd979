package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Table;

/** Reports a foreign table that the API serves. */
final class ForeignTableInApi extends FolderRule {
    ForeignTableInApi() {
        super(Facts.off(Category.SECURITY).inSupabase(Severity.WARNING).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            if (table.foreign() && table.created() && Exposure.isReadable(table.name(), context)) {
                reporter.report(
                        table.origin(),
                        "The API serves all rows of the foreign table `" + table.name()
                                + "`, and no policy can hold any back",
                        "Revoke what anon and authenticated may do with it, or make it in a schema that is not"
                                + " exposed.");
            }
        }
    }
}
