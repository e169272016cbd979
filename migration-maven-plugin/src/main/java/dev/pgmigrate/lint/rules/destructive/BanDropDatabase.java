package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectType;

/** Reports {@code DROP DATABASE}. */
final class BanDropDatabase extends StatementRule<DropStatement.DropOne> {
    BanDropDatabase() {
        super(Facts.error(Category.DESTRUCTIVE).since("0.1"), DropStatement.DropOne.class);
    }

    @Override
    protected void check(DropStatement.DropOne drop, LintContext context, Reporter reporter) {
        if (drop.objectType() == ObjectType.DATABASE) {
            reporter.report(
                    drop.object().range(),
                    "DROP DATABASE loses the whole database `" + drop.object().name() + "`",
                    "Drop databases by hand, not in a migration.");
        }
    }
}
