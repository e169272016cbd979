package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.TypeStatement;

/** Reports an enum, whose labels stay forever. */
final class CreatingEnum extends StatementRule<TypeStatement.CreateEnum> {
    CreatingEnum() {
        super(Facts.off(Category.DESIGN).since("0.1"), TypeStatement.CreateEnum.class);
    }

    @Override
    protected void check(TypeStatement.CreateEnum type, LintContext context, Reporter reporter) {
        reporter.report(
                type.name().range(),
                "No label of `" + type.name().qualified()
                        + "` can ever be removed: only new ones can be added, and old ones renamed",
                "Make a table of the values, or a text column with a CHECK.");
    }
}
