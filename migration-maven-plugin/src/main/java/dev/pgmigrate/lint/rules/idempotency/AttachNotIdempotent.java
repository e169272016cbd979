package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction.DetachPartition;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a partition or a child that a second run attaches or detaches once more, which the server refuses. */
final class AttachNotIdempotent extends StatementRule<AlterTable> {
    AttachNotIdempotent() {
        super(Facts.warning(Category.IDEMPOTENCY).fixable().since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        RefusedLink.of(alter, context.secondRun()).stream()
                .filter(link -> !context.isGuardedAgainst(link.sqlState()))
                .forEach(link -> report(link, alter, context, reporter));
    }

    private static void report(RefusedLink link, AlterTable alter, LintContext context, Reporter reporter) {
        String message = "The table `" + link.child() + "` " + link.state()
                + " when the file runs again, and the statement fails with " + link.sqlState();
        SourceRange range = link.action().range();
        if (link.action() instanceof DetachPartition detach && detach.concurrently()) {
            String advice =
                    "Give it a file of its own: it cannot run in a DO block, and on its own it leaves nothing half done.";
            reporter.report(range, message, advice).atMost(Severity.INFO);
        } else if (alter.actions().size() > 1) {
            reporter.report(
                    range, message, "Give it a statement of its own, in a DO block that checks pg_inherits first.");
        } else {
            String asks = "EXISTS (SELECT FROM pg_inherits WHERE inhrelid = " + oid(link.child(), context)
                    + " AND inhparent = " + oid(link.parent(), context) + ")";
            reporter.report(range, message, "Wrap it in a DO block that checks pg_inherits first.")
                    .fix(context.onlyIf(link.isMade() ? "NOT " + asks : asks, alter));
        }
    }

    private static String oid(ObjectName table, LintContext context) {
        return "to_regclass(" + Literal.quote(context.text(table)) + ")";
    }
}
