package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.NotNullProof;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Optional;

/** Reports an {@code ALTER TABLE} that drops the check which would spare its own {@code SET NOT NULL} the scan. */
final class SetNotNullDropsProof extends StatementRule<TableStatement.AlterTable> {
    SetNotNullDropsProof() {
        super(Facts.warning(Category.LOCK).fixable().since("0.1"), TableStatement.AlterTable.class);
    }

    @Override
    protected void check(TableStatement.AlterTable alter, LintContext context, Reporter reporter) {
        Optional<Table> table = LiveTable.table(alter, context);
        for (AlterTableAction.SetNotNull action :
                LiveTable.actions(alter, context, AlterTableAction.SetNotNull.class)) {
            for (AlterTableAction.DropConstraint drop :
                    LiveTable.actions(alter, context, AlterTableAction.DropConstraint.class)) {
                boolean proof = table.flatMap(
                                known -> known.constraints().get(drop.name().text()))
                        .filter(constraint ->
                                NotNullProof.proves(constraint, action.column().text()))
                        .isPresent();
                if (proof) {
                    reporter.report(
                                    drop.range(),
                                    "`" + drop.name().text() + "` is dropped before SET NOT NULL can rely on it, so "
                                            + LiveTable.name(alter)
                                            + " is scanned under ACCESS EXCLUSIVE, which blocks its reads and writes",
                                    "Drop the constraint in a statement of its own, after this one.")
                            .fix(dropAfterwards(drop, alter, context));
                }
            }
        }
    }

    private static Fix dropAfterwards(
            AlterTableAction.DropConstraint drop, TableStatement.AlterTable alter, LintContext context) {
        int index = alter.actions().indexOf(drop);
        SourceRange withComma = index == 0
                ? new SourceRange(
                        drop.range().start(), alter.actions().get(1).range().start())
                : new SourceRange(
                        alter.actions().get(index - 1).range().end(),
                        drop.range().end());
        String statement = ";\nALTER TABLE " + context.text(alter.name()) + " " + context.text(drop);
        return Fix.of(TextEdit.delete(withComma), TextEdit.insert(alter.range().end(), statement));
    }
}
