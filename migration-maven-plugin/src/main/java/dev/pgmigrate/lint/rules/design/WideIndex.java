package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports an index with more key columns than searches use. */
public final class WideIndex implements Rule {
    private static final int MOST_KEYS = 3;

    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.INDEX);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof IndexStatement.CreateIndex index
                && !index.unique()
                && index.elements().size() > MOST_KEYS) {
            reporter.report(
                    index.range(),
                    (index.name() == null
                                    ? "The index on " + LiveTable.quoted(index.table())
                                    : "`" + index.name().text() + "`")
                            + " has " + index.elements().size()
                            + " keys, of which a search rarely uses more than the first few",
                    "Keep the columns that searches compare for equality, and at most one more.");
        }
    }
}
