package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.BulkStatement;

/** Reports {@code TRUNCATE} of a table in use. */
final class BanTruncate extends StatementRule<BulkStatement.Truncate> {
    BanTruncate() {
        super(Facts.warning(Category.DESTRUCTIVE).since("0.1"), BulkStatement.Truncate.class);
    }

    @Override
    protected void check(BulkStatement.Truncate truncate, LintContext context, Reporter reporter) {
        if (!truncate.cascade()) {
            for (BulkStatement.Relation table : truncate.tables()) {
                if (!context.isMadeHere(table.name())) {
                    reporter.report(
                            table.range(),
                            "TRUNCATE loses all rows of `" + table.name() + "`",
                            "Delete only the rows that are meant, with a condition.");
                }
            }
        }
    }
}
