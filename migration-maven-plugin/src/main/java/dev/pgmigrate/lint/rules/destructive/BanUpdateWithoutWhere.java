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

/** Reports an {@code UPDATE} of all rows of a table in use. */
public final class BanUpdateWithoutWhere implements Rule {
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
        return Set.of(StatementKind.UPDATE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof DmlStatement.Update statement
                && Truth.isOrMissing(statement.where())
                && statement.from().isEmpty()
                && !context.isMadeHere(statement.relation().name())) {
            reporter.report(
                    statement.range(),
                    "UPDATE without WHERE writes every row of `"
                            + statement.relation().name() + "` anew and locks each until the transaction ends",
                    "Add a WHERE, and update in batches of bounded size.");
        }
    }
}
