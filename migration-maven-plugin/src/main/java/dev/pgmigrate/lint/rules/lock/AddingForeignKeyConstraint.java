package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.Operation;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a foreign key added to an existing table without {@code NOT VALID}, so that every row is looked up under the lock, or
 * enforced later. */
final class AddingForeignKeyConstraint extends StatementRule<AlterTable> {
    AddingForeignKeyConstraint() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.AddConstraint action :
                LiveTable.actions(alter, context, AlterTableAction.AddConstraint.class)) {
            if (action.constraint() instanceof Constraint.ForeignKey key && scans(key)) {
                reportTableKey(alter, key, context, reporter);
            }
        }
        reportEnforced(alter, context, reporter);
        for (AlterTableAction.AddColumn action : LiveTable.actions(alter, context, AlterTableAction.AddColumn.class)) {
            Constraint.ForeignKey key = action.column().constraint(Constraint.ForeignKey.class);
            if (key != null && scans(key) && action.column().has(Constraint.Default.class)) {
                String locks = "reads and writes of " + LiveTable.name(alter) + " (ACCESS EXCLUSIVE)"
                        + other(alter, key, " and writes to ", " (SHARE ROW EXCLUSIVE)");
                report(
                        key,
                        locks,
                        reporter,
                        "Add the column without REFERENCES, then the key by ADD CONSTRAINT … NOT VALID.");
            }
        }
    }

    /** {@code ALTER CONSTRAINT … ENFORCED} (PostgreSQL 18) looks up what was not looked up before. */
    private static void reportEnforced(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.AlterConstraint action :
                LiveTable.actions(alter, context, AlterTableAction.AlterConstraint.class)) {
            boolean enforces = context.effects().stream()
                    .anyMatch(effect -> effect.operation() == Operation.ENFORCE_FOREIGN_KEY
                            && effect.range().equals(action.range()));
            if (enforces) {
                reporter.report(
                        action.range(),
                        "Enforcing `" + action.name().text() + "` blocks reads and writes of " + LiveTable.name(alter)
                                + " (ACCESS EXCLUSIVE) while every row is looked up",
                        "Drop it and add it again NOT VALID in the same statement, and validate it in a later file.");
            }
        }
    }

    private static boolean scans(Constraint.ForeignKey key) {
        return !key.notValid() && !Boolean.FALSE.equals(key.attributes().enforced());
    }

    private static void reportTableKey(
            AlterTable alter, Constraint.ForeignKey key, LintContext context, Reporter reporter) {
        String locks = "writes to " + LiveTable.name(alter) + other(alter, key, " and ", "") + " (SHARE ROW EXCLUSIVE)";
        if (LiveTable.table(alter, context).filter(Table::isPartitioned).isPresent()
                && !context.target().isAtLeast(18)) {
            String advice = "Add it NOT VALID to each partition, validate those, and add it to the parent last.";
            report(key, locks, reporter, advice);
            return;
        }
        report(key, locks, reporter, "Add it NOT VALID and validate it in a later file.");
    }

    /** Returns the table that is referred to, between two texts; nothing where a table refers to itself. */
    private static String other(AlterTable alter, Constraint.ForeignKey key, String before, String after) {
        String other = LiveTable.quoted(key.referenced());
        return other.equals(LiveTable.name(alter)) ? "" : before + other + after;
    }

    private static void report(Constraint.ForeignKey key, String locks, Reporter reporter, String advice) {
        String what = LiveTable.constraint(key, "this foreign key");
        reporter.report(key.range(), "Adding " + what + " blocks " + locks + " while every row is looked up", advice);
    }
}
