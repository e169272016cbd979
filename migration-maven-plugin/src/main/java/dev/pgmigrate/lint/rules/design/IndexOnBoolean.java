package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports an index whose only key is a boolean. */
public final class IndexOnBoolean implements Rule {
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
                && index.where() == null
                && SoleKey.type(index, context).filter(type -> type.is("bool")).isPresent()) {
            reporter.report(
                    index.range(),
                    "`" + Words.of(index) + "` has two values to look for, and finds half of the table with each",
                    "Make it partial: WHERE the value that is rare.");
        }
    }
}
