package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;

/** Reports the drop of a column that each table has to have. */
final class RequiredColumnRemoved extends StatementRule<TableStatement.AlterTable> {
    private static final RuleOption COLUMNS = RuleOption.names("columns", "created_at, updated_at");

    RequiredColumnRemoved() {
        super(Facts.off(Category.DESIGN).options(COLUMNS).since("0.1"), TableStatement.AlterTable.class);
    }

    @Override
    protected void check(TableStatement.AlterTable alter, LintContext context, Reporter reporter) {
        List<String> required = context.configuration().ruleOptions().names(this, COLUMNS);
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.DropColumn drop
                    && required.contains(drop.name().text())) {
                reporter.report(
                        drop.range(),
                        "`" + alter.name() + "` loses `" + drop.name().text() + "`, which each table has to have",
                        "Leave the column.");
            }
        }
    }
}
