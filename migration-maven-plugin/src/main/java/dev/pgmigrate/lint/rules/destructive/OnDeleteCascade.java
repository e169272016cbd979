package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a foreign key that deletes rows nobody named. */
public final class OnDeleteCascade implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.CREATE, StatementKind.ALTER_TABLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (Node node : Nodes.all(context.statement())) {
            if (node instanceof Constraint.ForeignKey key
                    && key.onDelete() != null
                    && key.onDelete().kind() == Constraint.ReferentialAction.Kind.CASCADE) {
                reporter.report(
                        key.onDelete().range(),
                        "A DELETE on `" + key.referenced().qualified()
                                + "` deletes the rows that refer to it as well, here and further on",
                        "Leave ON DELETE CASCADE out, and delete what belongs together in the application.");
            }
        }
    }
}
