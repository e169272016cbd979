package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a column that may be NULL from now on. */
final class BanDropNotNull extends StatementRule<AlterTable> {
    BanDropNotNull() {
        super(Facts.off(Category.DESTRUCTIVE).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.DropNotNull change :
                LiveTable.actions(alter, context, AlterTableAction.DropNotNull.class)) {
            reporter.report(
                    change.range(),
                    "`" + change.column().text() + "` of " + LiveTable.name(alter)
                            + " can be NULL from now on, which a running reader may not expect",
                    "First release readers that can handle NULL.");
        }
    }
}
