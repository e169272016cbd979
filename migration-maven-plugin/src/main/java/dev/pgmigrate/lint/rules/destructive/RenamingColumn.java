package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;

/** Reports {@code RENAME COLUMN} on a table in use. */
final class RenamingColumn extends StatementRule<ObjectStatement.Rename> {
    RenamingColumn() {
        super(Facts.error(Category.DESTRUCTIVE).since("0.1"), ObjectStatement.Rename.class);
    }

    @Override
    protected void check(ObjectStatement.Rename rename, LintContext context, Reporter reporter) {
        if (rename.object().type() != ObjectType.COLUMN) {
            return;
        }
        ObjectName owner = rename.object().parent();
        if (owner != null
                && !context.isFresh(owner)
                && !context.isMadeHere(owner)
                && !context.isMadeHere(owner, rename.object().name().last().text())
                && !context.schema().certain().presence(rename.object()).isAbsent()
                && !context.file().after().presence(rename.object()).isPresent()) {
            String table = "`" + owner + "`";
            String column = "`" + rename.object().name() + "`";
            reporter.report(
                    rename.range(),
                    "RENAME COLUMN breaks every running query that reads " + column + " of " + table,
                    "Add `" + rename.newName().text() + "` beside " + column
                            + ", write both, and drop the old one in a later release.");
        }
    }
}
