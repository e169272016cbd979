package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TypeStatement;
import java.util.Set;

/** Reports an enum value that is put at the end because nobody said where. */
public final class RequireEnumValueOrdering implements Rule {
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
        return Set.of(StatementKind.ALTER_ENUM);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof TypeStatement.AddEnumValue add && add.neighbour() == null) {
            reporter.report(
                    add.value().range(),
                    "The new value of `" + add.name().qualified() + "` sorts after all others",
                    "Write BEFORE or AFTER and a value that is there.");
        }
    }
}
