package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction.RowSecurity;
import dev.pgmigrate.sql.ast.AlterTableAction.SetRowSecurity;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports {@code DISABLE ROW LEVEL SECURITY} on a table in use. */
final class DisableRls extends StatementRule<TableStatement.AlterTable> {
    DisableRls() {
        super(Facts.error(Category.SECURITY).since("0.1"), TableStatement.AlterTable.class);
    }

    @Override
    protected void check(TableStatement.AlterTable alter, LintContext context, Reporter reporter) {
        for (SetRowSecurity action : LiveTable.actions(alter, context, SetRowSecurity.class)) {
            Schema end = context.file().after();
            QualifiedName table = context.schema().resolve(alter.name());
            boolean gone = end.relationPresence(table).isAbsent();
            boolean neverOn = context.schema()
                    .certain()
                    .table(table)
                    .filter(known -> known.rowSecurity().isAbsent())
                    .isPresent();
            Presence inTheEnd = end.table(table).map(Table::rowSecurity).orElse(Presence.UNKNOWN);
            if (action.mode() == RowSecurity.DISABLE && !gone && !neverOn && !inTheEnd.isPresent()) {
                reporter.report(
                        action.range(),
                        "DISABLE ROW LEVEL SECURITY opens all rows of " + LiveTable.name(alter)
                                + " to whoever has a grant",
                        "Keep row-level security on and add the policy that is missing.");
            } else if (action.mode() == RowSecurity.NO_FORCE && !gone && !inTheEnd.isAbsent()) {
                reporter.report(
                                action.range(),
                                "NO FORCE ROW LEVEL SECURITY shows all rows to the owner of " + LiveTable.name(alter),
                                "Keep FORCE, or let applications connect as a role that does not own the table.")
                        .atMost(Severity.WARNING);
            }
        }
    }
}
