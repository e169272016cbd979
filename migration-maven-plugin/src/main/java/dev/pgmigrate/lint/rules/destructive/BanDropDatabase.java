package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectType;

/** Reports {@code DROP DATABASE}. */
public final class BanDropDatabase implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof DropStatement.DropOne drop && drop.objectType() == ObjectType.DATABASE) {
            reporter.report(
                    drop.object().range(),
                    "DROP DATABASE loses the whole database `" + drop.object().name() + "`",
                    "Drop databases by hand, not in a migration.");
        }
    }
}
