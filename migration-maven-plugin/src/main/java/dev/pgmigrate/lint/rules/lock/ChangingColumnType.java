package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.Operation;
import dev.pgmigrate.effect.RebuiltParts;
import dev.pgmigrate.effect.TypeChangeCost;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.ArrayList;
import java.util.List;

/** Reports a change of a column's type for which every row of an existing table is rewritten. */
final class ChangingColumnType extends StatementRule<AlterTable> {
    private static final RebuiltParts NOTHING = new RebuiltParts(List.of(), List.of(), List.of());
    private static final String ADVICE =
            "Add a column of the new type, keep both in step, fill the old rows in batches, and switch over.";

    ChangingColumnType() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.AlterColumnType action :
                LiveTable.actions(alter, context, AlterTableAction.AlterColumnType.class)) {
            boolean rewrites = context.effects().stream()
                    .anyMatch(effect -> effect.operation() == Operation.CHANGE_TYPE
                            && effect.range().equals(action.range()));
            String reader = RetypedColumn.reader(action, context);
            if (reader != null) {
                reporter.report(
                        action.range(),
                        "The " + reader + " reads `" + action.column().text() + "` of " + LiveTable.name(alter)
                                + ", so the server refuses the change of its type",
                        "Drop what reads it first, and create it again after the change.");
            } else if (rewrites) {
                report(alter, action, context, reporter);
            } else {
                reportWithoutRewrite(alter, action, context, reporter);
            }
        }
    }

    /** The rows stay as they are, but an index is rebuilt or a check repeated. */
    private static void reportWithoutRewrite(
            AlterTable alter, AlterTableAction.AlterColumnType action, LintContext context, Reporter reporter) {
        RebuiltParts parts = LiveTable.table(alter, context)
                .map(known -> RebuiltParts.of(action, known, context.schema(), false))
                .orElse(NOTHING);
        if (parts.indexes().isEmpty() && parts.checks().isEmpty()) {
            return;
        }
        List<String> work = new ArrayList<>();
        if (!parts.indexes().isEmpty()) {
            work.add("rebuilds the " + RetypedColumn.indexes(parts) + " of " + LiveTable.name(alter));
        }
        if (!parts.checks().isEmpty()) {
            work.add("reads all of " + LiveTable.name(alter) + " for the " + RetypedColumn.checks(parts));
        }
        reporter.report(
                        action.range(),
                        "Changing the type of `" + action.column().text() + "` " + String.join(" and ", work)
                                + " under ACCESS EXCLUSIVE, which blocks reads and writes meanwhile",
                        parts.indexes().isEmpty()
                                ? "Drop the check in the same statement, add it again NOT VALID, and validate it in a"
                                        + " later file."
                                : "Drop the index first, and build it CONCURRENTLY in a file after this one.")
                .atMost(Severity.WARNING);
    }

    private static void report(
            AlterTable alter, AlterTableAction.AlterColumnType action, LintContext context, Reporter reporter) {
        String column = "`" + action.column().text() + "`";
        ColumnType to = ColumnType.of(action.type());
        ColumnType from = LiveTable.table(alter, context)
                .flatMap(table -> table.column(action.column().text()))
                .map(Table.Column::type)
                .orElse(null);
        if (from == null) {
            reporter.report(
                            action.range(),
                            "Unless the old type of " + column + " allows the change to " + to + ", it rewrites "
                                    + LiveTable.name(alter)
                                    + " under ACCESS EXCLUSIVE and blocks its reads and writes",
                            ADVICE)
                    .assumed()
                    .atMost(Severity.WARNING);
        } else if (TypeChangeCost.of(action, from, context.schema()) == TypeChangeCost.Verdict.SAFE_IN_UTC) {
            boolean utc = context.settings()
                    .get("timezone")
                    .filter(zone -> zone.value().equalsIgnoreCase("utc"))
                    .isPresent();
            if (utc) {
                reportWithoutRewrite(alter, action, context, reporter);
            } else {
                reporter.report(
                                action.range(),
                                "Unless the session's TimeZone is UTC, changing " + column + " to " + to + " rewrites "
                                        + LiveTable.name(alter)
                                        + " under ACCESS EXCLUSIVE and blocks its reads and writes",
                                "Write SET LOCAL timezone = 'UTC' before it, if the old values are UTC.")
                        .atMost(Severity.WARNING);
            }
        } else {
            reporter.report(
                    action.range(),
                    "Changing " + column + " from " + from + " to " + to + " rewrites " + LiveTable.name(alter)
                            + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile"
                            + RetypedColumn.lockedWithIt(action, context)
                            + RetypedColumn.madeAgain(alter, action, context),
                    ADVICE);
        }
    }
}
