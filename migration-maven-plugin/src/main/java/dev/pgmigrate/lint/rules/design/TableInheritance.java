package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Set;

/** Reports a table that inherits from another. */
public final class TableInheritance implements Rule {
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
        return Set.of(StatementKind.CREATE, StatementKind.CREATE_FOREIGN_TABLE, StatementKind.ALTER_TABLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof TableStatement.Definition table
                && !table.inherits().isEmpty()) {
            ObjectName parent = table.inherits().get(0);
            report(parent.range(), table.name(), parent, reporter);
        } else if (context.statement() instanceof TableStatement.AlterTable alter) {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.Inherit inherit && inherit.add()) {
                    report(action.range(), alter.name(), inherit.parent(), reporter);
                }
            }
        }
    }

    private static void report(SourceRange range, ObjectName table, ObjectName parent, Reporter reporter) {
        reporter.report(
                range,
                "`" + table + "` inherits from `" + parent + "`, whose keys and foreign keys do not reach its rows",
                "Use a partitioned table, or a foreign key between two tables.");
    }
}
