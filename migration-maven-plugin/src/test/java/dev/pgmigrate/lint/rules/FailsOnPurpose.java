package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;

/** Throws on a table that bears its name, as a rule with a mistake would on some other table. */
final class FailsOnPurpose extends StatementRule<CreateTable> {
    FailsOnPurpose() {
        super(Facts.error(Category.DESIGN).since("0.1"), CreateTable.class);
    }

    @Override
    protected void check(CreateTable create, LintContext context, Reporter reporter) {
        if (create.name().last().text().equals("fails_on_purpose")) {
            throw new IllegalStateException("on purpose");
        }
    }
}
