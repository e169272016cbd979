package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports {@code DROP COLUMN} on a table in use. */
final class BanDropColumn extends StatementRule<TableStatement.AlterTable> {
    BanDropColumn() {
        super(Facts.warning(Category.DESTRUCTIVE).since("0.1"), TableStatement.AlterTable.class);
    }

    @Override
    protected void check(TableStatement.AlterTable alter, LintContext context, Reporter reporter) {
        if (context.isMadeHere(alter.name())) {
            return;
        }
        for (AlterTableAction.DropColumn drop : LiveTable.actions(alter, context, AlterTableAction.DropColumn.class)) {
            if (context.isMadeHere(alter.name(), drop.name().text())) {
                continue;
            }
            reporter.report(
                    drop.range(),
                    "DROP COLUMN loses `" + drop.name().text() + "` of " + LiveTable.name(alter)
                            + " with its indexes, and a running application that reads it fails",
                    "Stop using `" + drop.name().text()
                            + "` in one release, and drop it in a later one with a suppression that says so.");
        }
    }
}
