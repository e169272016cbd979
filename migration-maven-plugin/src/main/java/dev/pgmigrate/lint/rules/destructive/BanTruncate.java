package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports {@code TRUNCATE} of a table in use. */
public final class BanTruncate implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.TRUNCATE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof BulkStatement.Truncate truncate && !truncate.cascade()) {
            for (BulkStatement.Relation table : truncate.tables()) {
                if (!context.isMadeHere(table.name())) {
                    reporter.report(
                            table.range(),
                            "TRUNCATE loses all rows of `" + table.name() + "`",
                            "Delete the rows that are meant, with a condition that names them.");
                }
            }
        }
    }
}
