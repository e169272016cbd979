package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports {@code DROP TABLE} of a table that the file did not make. */
public final class BanDropTable implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.DROP);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof DropStatement.Drop drop) || drop.objectType() != ObjectType.TABLE) {
            return;
        }
        for (ObjectReference table : drop.objects()) {
            if (Drops.touchOthers(table, context)) {
                reporter.report(
                        table.range(),
                        "DROP TABLE loses all rows of `" + table.name()
                                + "`, and a running application that reads it fails",
                        "Stop using `" + table.name()
                                + "` in one release, and drop it in a later one with a suppression" + " that says so.");
            }
        }
    }
}
