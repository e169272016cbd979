package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.AlterTableAction.AddIdentity;
import dev.pgmigrate.sql.ast.AlterTableAction.DropIdentity;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports an {@code ADD GENERATED … AS IDENTITY} that a second run refuses, because the column is one by then. */
final class IdentityNotIdempotent extends StatementRule<AlterTable> {
    IdentityNotIdempotent() {
        super(Facts.warning(Category.IDEMPOTENCY).fixable().since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        if (!context.isGuardedAgainst(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE)) {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AddIdentity add
                        && !dropsFirst(alter, add.column().text())) {
                    check(add, alter, context, reporter);
                }
            }
        }
    }

    /** The server runs the drops of one {@code ALTER TABLE} first. */
    private static boolean dropsFirst(AlterTable alter, String column) {
        return alter.actions().stream()
                .anyMatch(action -> action instanceof DropIdentity drop
                        && drop.column().text().equals(column));
    }

    private static void check(AddIdentity add, AlterTable alter, LintContext context, Reporter reporter) {
        String column = add.column().text();
        boolean identity = context.secondRun()
                .table(alter.name())
                .flatMap(table -> table.column(column))
                .filter(Table.Column::identity)
                .isPresent();
        if (!identity) {
            return;
        }
        boolean alone = alter.actions().size() == 1;
        Reporter.Draft draft = reporter.report(
                add.range(),
                "The column `" + alter.name() + "." + column
                        + "` is an identity column when the file runs again, and the statement fails with "
                        + SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                (alone ? "Wrap it" : "Give it a statement of its own")
                        + " in a DO block that checks pg_attribute first.");
        if (alone) {
            String table = Literal.quote(context.text(alter.name()));
            String missing = "NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(" + table
                    + ") AND attname = " + Literal.quote(column) + " AND attidentity <> '')";
            draft.fix(context.onlyIf(missing, alter));
        }
    }
}
