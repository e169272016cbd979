package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Set;

/** Reports {@code DROP COLUMN} on a table in use. */
public final class BanDropColumn implements Rule {
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
        return Set.of(StatementKind.ALTER_TABLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof TableStatement.AlterTable alter && context.isMadeHere(alter.name())) {
            return;
        }
        for (AlterTableAction.DropColumn drop : LiveTable.actions(context, AlterTableAction.DropColumn.class)) {
            reporter.report(
                    drop.range(),
                    "DROP COLUMN loses `" + drop.name().text() + "` of " + LiveTable.name(context)
                            + " with its indexes, and a running application that reads it fails",
                    "Stop using `" + drop.name().text()
                            + "` in one release, and drop it in a later one with a suppression" + " that says so.");
        }
    }
}
