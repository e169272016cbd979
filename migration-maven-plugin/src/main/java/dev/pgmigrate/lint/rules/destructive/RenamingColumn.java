package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports {@code RENAME COLUMN} on a table in use. */
public final class RenamingColumn implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.RENAME);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof ObjectStatement.Rename rename)
                || rename.object().type() != ObjectType.COLUMN) {
            return;
        }
        ObjectName owner = rename.object().parent();
        if (owner != null
                && !context.isFresh(owner)
                && !context.isMadeHere(owner)
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
