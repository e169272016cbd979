package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Set;

/** Reports {@code DISABLE ROW LEVEL SECURITY} on a table in use. */
public final class DisableRls implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.SECURITY;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_TABLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (AlterTableAction.SetRowSecurity action :
                LiveTable.actions(context, AlterTableAction.SetRowSecurity.class)) {
            boolean again = context.later().stream().anyMatch(step -> enables(step.statement(), context));
            if (action.mode() == AlterTableAction.RowSecurity.DISABLE && !again) {
                reporter.report(
                        action.range(),
                        "DISABLE ROW LEVEL SECURITY opens all rows of " + LiveTable.name(context)
                                + " to whoever has a grant",
                        "Keep row-level security on and add the policy that is missing.");
            }
        }
    }

    private static boolean enables(Statement statement, LintContext context) {
        return statement instanceof TableStatement.AlterTable alter
                && context.statement() instanceof TableStatement.AlterTable own
                && alter.name().qualified().equals(own.name().qualified())
                && alter.actions().stream()
                        .anyMatch(action -> action instanceof AlterTableAction.SetRowSecurity security
                                && security.mode() == AlterTableAction.RowSecurity.ENABLE);
    }
}
