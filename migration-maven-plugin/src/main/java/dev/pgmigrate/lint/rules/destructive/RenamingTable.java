package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports the rename of a table in use. */
public final class RenamingTable implements Rule {
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
                || rename.object().type() != ObjectType.TABLE
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
