package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rerun;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.ColumnDependents;
import dev.pgmigrate.lint.evidence.Dependents;
import dev.pgmigrate.lint.evidence.RefusedDrop;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.List;
import java.util.Optional;

/** Reports a drop that the server refuses because something else depends on the object. */
final class DropWithDependents extends StatementRule<Statement> {
    private static final String FIRST_RUN = "";
    private static final String SECOND_RUN = " when the file runs again";

    DropWithDependents() {
        super(Facts.error(Category.ORDER).since("0.1"), Drop.class, AlterTable.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        List<RefusedDrop> refused = RefusedDrop.of(context);
        if (refused.isEmpty() && !context.isRollback()) {
            RefusedDrop.onSecondRun(context).forEach(drop -> reportSecondRun(drop, context, reporter));
        }
        for (RefusedDrop drop : refused) {
            if (drop.lastDrop() == null) {
                List<Dependents.Dependent> dependents = drop.dependents();
                report(drop.object(), Words.of(drop.object()), dependents.get(0).words(), dependents.size(), reporter);
            }
        }
        if (statement instanceof AlterTable alter
                && alter.objectType() == ObjectType.TABLE
                && !context.isGuardedAgainst(SqlState.DEPENDENT_OBJECTS_STILL_EXIST)) {
            boolean refusedNow = parts(alter, context.schema().certain(), FIRST_RUN, reporter);
            if (!refusedNow && !context.isRollback()) {
                parts(alter, context.secondRun().certain(), SECOND_RUN, reporter);
            }
        }
    }

    private static void reportSecondRun(RefusedDrop drop, LintContext context, Reporter reporter) {
        reporter.report(
                        drop.object().range(),
                        "The " + drop.dependents().get(0).words() + " depends on the " + Words.of(drop.object())
                                + SECOND_RUN + ", and the drop fails with "
                                + SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
                        "Drop what depends on it first, or create it only where it is missing.")
                .atMost(context.rerun() == Rerun.TRACKED ? Severity.WARNING : Severity.ERROR);
    }

    /** Returns whether a column or constraint was found that the server refuses to drop. */
    private static boolean parts(AlterTable alter, Schema schema, String when, Reporter reporter) {
        Optional<Table> table = schema.table(alter.name());
        boolean refused = false;
        for (AlterTableAction action : table.isPresent() ? alter.actions() : List.<AlterTableAction>of()) {
            if (action instanceof AlterTableAction.Dropping drop && !drop.cascade()) {
                Optional<String> dependent = dependent(drop, table.get(), schema);
                ObjectType type =
                        action instanceof AlterTableAction.DropColumn ? ObjectType.COLUMN : ObjectType.TABLE_CONSTRAINT;
                String what = Words.of(type, drop.name().text()) + " of `" + alter.name() + "`" + when;
                dependent.ifPresent(words -> report(drop, what, words, 1, reporter));
                refused |= dependent.isPresent();
            }
        }
        return refused;
    }

    private static Optional<String> dependent(AlterTableAction.Dropping drop, Table table, Schema schema) {
        String name = drop.name().text();
        return drop instanceof AlterTableAction.DropColumn
                ? table.column(name).flatMap(column -> ColumnDependents.ofColumn(table, name, schema))
                : table.constraints().get(name).flatMap(key -> ColumnDependents.ofKey(table, key, schema));
    }

    private static void report(Node at, String what, String dependent, int count, Reporter reporter) {
        String more = count == 1 ? " depends" : " and " + (count - 1) + " more depend";
        reporter.report(
                at.range(),
                "The " + dependent + more + " on the " + what + ", and the drop fails with "
                        + SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
                "Drop or change what depends on it first.");
    }
}
