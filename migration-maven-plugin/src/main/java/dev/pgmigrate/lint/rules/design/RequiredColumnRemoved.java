package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleOption;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;
import java.util.Set;

/** Reports the drop of a column that each table has to have. */
public final class RequiredColumnRemoved implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_TABLE);
    }

    @Override
    public List<RuleOption> options() {
        return List.of(COLUMNS);
    }

    private static final RuleOption COLUMNS = RuleOption.names("columns", "created_at, updated_at");

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof TableStatement.AlterTable alter) {
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
}
