package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.TypeStatement;

/** Reports an enum value that is put at the end because nobody said where. */
final class RequireEnumValueOrdering extends StatementRule<TypeStatement.AddEnumValue> {
    RequireEnumValueOrdering() {
        super(Facts.off(Category.DESIGN).since("0.1"), TypeStatement.AddEnumValue.class);
    }

    @Override
    protected void check(TypeStatement.AddEnumValue add, LintContext context, Reporter reporter) {
        if (add.neighbour() == null) {
            reporter.report(
                    add.value().range(),
                    "The new value of `" + add.name().qualified() + "` sorts after all others",
                    "Write BEFORE or AFTER and a value that is there.");
        }
    }
}
