package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.Truth;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a {@code DELETE} of all rows of a table in use. */
public final class BanDeleteWithoutWhere implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.DELETE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof DmlStatement.Delete statement
                && Truth.isOrMissing(statement.where())
                && statement.using().isEmpty()
                && !context.isMadeHere(statement.relation().name())) {
            reporter.report(
                    statement.range(),
                    "DELETE without WHERE loses all rows of `"
                            + statement.relation().name() + "`",
                    "Add a WHERE that names the rows that are meant.");
        }
    }
}
