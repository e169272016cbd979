package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;

/** Reports a foreign key that deletes rows nobody named. */
final class OnDeleteCascade extends StatementRule<Statement> {
    OnDeleteCascade() {
        super(Facts.off(Category.DESTRUCTIVE).since("0.1"), CreateTable.class, AlterTable.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        for (Node node : Nodes.all(statement)) {
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
