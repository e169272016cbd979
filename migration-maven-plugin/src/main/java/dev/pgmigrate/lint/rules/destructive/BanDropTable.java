package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;

/** Reports {@code DROP TABLE} of a table that the file did not make. */
final class BanDropTable extends StatementRule<DropStatement.Drop> {
    BanDropTable() {
        super(Facts.warning(Category.DESTRUCTIVE).since("0.1"), DropStatement.Drop.class);
    }

    @Override
    protected void check(DropStatement.Drop drop, LintContext context, Reporter reporter) {
        if (drop.objectType() != ObjectType.TABLE) {
            return;
        }
        for (ObjectReference table : drop.objects()) {
            if (Drops.touchOthers(table, context)) {
                reporter.report(
                        table.range(),
                        "DROP TABLE loses all rows of `" + table.name()
                                + "`, and a running application that reads it fails",
                        "Stop using `" + table.name()
                                + "` in one release, and drop it in a later one with a suppression that says so.");
            }
        }
    }
}
