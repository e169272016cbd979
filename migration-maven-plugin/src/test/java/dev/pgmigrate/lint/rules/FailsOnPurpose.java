package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;

/** Throws on a table that bears its name, as a rule with a mistake would on some other table. */
final class FailsOnPurpose implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof CreateTable create
                && create.name().last().text().equals("fails_on_purpose")) {
            throw new IllegalStateException("on purpose");
        }
    }
}
