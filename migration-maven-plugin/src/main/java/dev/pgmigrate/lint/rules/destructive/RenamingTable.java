package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;

/** Reports the rename of a table in use. */
final class RenamingTable extends StatementRule<ObjectStatement.Rename> {
    RenamingTable() {
        super(Facts.error(Category.DESTRUCTIVE).since("0.1"), ObjectStatement.Rename.class);
    }

    @Override
    protected void check(ObjectStatement.Rename rename, LintContext context, Reporter reporter) {
        if (rename.object().type() != ObjectType.TABLE
                || context.isMadeHere(rename.object().name())) {
            return;
        }
        QualifiedName old = rename.object().name().qualified();
        boolean stays = context.file()
                .after()
                .relationPresence(context.schema().resolve(old))
                .isPresent();
        if (!stays) {
            reporter.report(
                    rename.range(),
                    "RENAME TO breaks every running query that reads `" + old + "`",
                    "Create a view with the old name in the same file, and drop it in a later release.");
        }
    }
}
