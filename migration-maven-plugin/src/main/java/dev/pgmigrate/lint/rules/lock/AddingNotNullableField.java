package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.NotNullProof;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.Optional;

/**
 * Reports {@code SET NOT NULL} on an existing column that no validated check proves free of NULL, and {@code ADD NOT NULL}
 * (PostgreSQL 18) without {@code NOT VALID}.
 */
final class AddingNotNullableField extends StatementRule<AlterTable> {
    AddingNotNullableField() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.SetNotNull action :
                LiveTable.actions(alter, context, AlterTableAction.SetNotNull.class)) {
            String column = action.column().text();
            report(
                    alter,
                    column,
                    action.range(),
                    context.target().isAtLeast(18)
                            ? "Add it as a constraint NOT NULL … NOT VALID, and validate that in a later file."
                            : "Add CHECK (" + column + " IS NOT NULL) NOT VALID, validate it in a later file, and set"
                                    + " NOT NULL after that.",
                    context,
                    reporter);
        }
        for (AlterTableAction.AddConstraint action :
                LiveTable.actions(alter, context, AlterTableAction.AddConstraint.class)) {
            if (action.constraint() instanceof Constraint.NotNull constraint
                    && constraint.column() != null
                    && !constraint.notValid()) {
                report(
                        alter,
                        constraint.column().text(),
                        action.range(),
                        "Add it NOT VALID, and validate it in a later file.",
                        context,
                        reporter);
            }
        }
    }

    private static void report(
            AlterTable alter, String column, SourceRange range, String advice, LintContext context, Reporter reporter) {
        Optional<Table> table = LiveTable.table(alter, context);
        if (table.filter(known -> NotNullProof.of(known, column)).isEmpty()) {
            reporter.report(
                            range,
                            "Setting `" + column + "` NOT NULL scans " + LiveTable.name(alter)
                                    + " under ACCESS EXCLUSIVE, which blocks its reads and writes as long as the scan"
                                    + " takes",
                            advice)
                    .assumedIf(table.isEmpty());
        }
    }
}
