package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Table;

/** Reports a table in an exposed schema on which no file enables row-level security. */
final class RlsDisabled extends FolderRule {
    RlsDisabled() {
        super(Facts.off(Category.SECURITY).inSupabase(Severity.ERROR).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            if (table.created()
                    && Exposure.isReadable(table.name(), context)
                    && !table.temporary()
                    && !table.foreign()
                    && table.partitionOf() == null
                    && !table.rowSecurity().isPresent()) {
                boolean known = context.end().certain().table(table.name()).isPresent()
                        && table.rowSecurity() != Presence.UNKNOWN;
                Reporter.Draft draft = reporter.report(
                                table.origin(),
                                "Anybody with the API's public key reads and writes `" + table.name()
                                        + "`, since row-level security is off on it",
                                "Write ALTER TABLE " + table.name().sql()
                                        + " ENABLE ROW LEVEL SECURITY, and policies for who may do what.")
                        .assumedIf(!known);
                if (!known) {
                    draft.atMost(Severity.WARNING);
                }
            }
        }
    }
}
