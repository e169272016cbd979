package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TypeStatement;
import java.util.Set;

/** Reports an enum, whose labels stay for ever. */
public final class CreatingEnum implements Rule {
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
        return Set.of(StatementKind.CREATE_ENUM);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof TypeStatement.CreateEnum type) {
            reporter.report(
                    type.name().range(),
                    "No label of `" + type.name().qualified()
                            + "` can ever be removed: only new ones can be added, and old ones renamed",
                    "Make a table of the values, or a text column with a CHECK.");
        }
    }
}
