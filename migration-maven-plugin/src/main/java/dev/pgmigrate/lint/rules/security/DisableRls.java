package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction.RowSecurity;
import dev.pgmigrate.sql.ast.AlterTableAction.SetRowSecurity;
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
        for (SetRowSecurity action : LiveTable.actions(context, SetRowSecurity.class)) {
            Schema end = context.file().after();
            QualifiedName table = context.schema().resolve(((TableStatement.AlterTable) context.statement()).name());
            boolean gone = end.relationPresence(table).isAbsent();
            Presence inTheEnd = end.table(table).map(Table::rowSecurity).orElse(Presence.UNKNOWN);
            if (action.mode() == RowSecurity.DISABLE && !gone && !inTheEnd.isPresent()) {
                reporter.report(
                        action.range(),
                        "DISABLE ROW LEVEL SECURITY opens all rows of " + LiveTable.name(context)
                                + " to whoever has a grant",
                        "Keep row-level security on and add the policy that is missing.");
            } else if (action.mode() == RowSecurity.NO_FORCE && !gone && !inTheEnd.isAbsent()) {
                reporter.report(
                                action.range(),
                                "NO FORCE ROW LEVEL SECURITY shows all rows to the owner of " + LiveTable.name(context),
                                "Keep FORCE, or let applications connect as a role that does not own the table.")
                        .atMost(Severity.WARNING);
            }
        }
    }
}
