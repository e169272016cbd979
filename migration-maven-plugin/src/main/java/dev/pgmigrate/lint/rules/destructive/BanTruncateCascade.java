package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.BulkStatement;

/** Reports {@code TRUNCATE … CASCADE}, which empties tables that nobody named. */
final class BanTruncateCascade extends StatementRule<BulkStatement.Truncate> {
    BanTruncateCascade() {
        super(Facts.error(Category.DESTRUCTIVE).since("0.1"), BulkStatement.Truncate.class);
    }

    @Override
    protected void check(BulkStatement.Truncate truncate, LintContext context, Reporter reporter) {
        if (truncate.cascade()) {
            for (BulkStatement.Relation table : truncate.tables()) {
                if (!context.isMadeHere(table.name())) {
                    reporter.report(
                            table.range(),
                            "TRUNCATE CASCADE empties `" + table.name() + "` and every table with a foreign key to it",
                            "Leave CASCADE out, and name every table that is meant.");
                }
            }
        }
    }
}
