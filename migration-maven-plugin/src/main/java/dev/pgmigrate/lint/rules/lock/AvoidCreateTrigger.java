package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TriggerStatement;

/** Reports a trigger of an existing table that is dropped and made again, where {@code OR REPLACE} locks less. */
final class AvoidCreateTrigger extends StatementRule<TriggerStatement.CreateTrigger> {
    AvoidCreateTrigger() {
        super(Facts.warning(Category.LOCK).since("0.1"), TriggerStatement.CreateTrigger.class);
    }

    @Override
    protected void check(TriggerStatement.CreateTrigger create, LintContext context, Reporter reporter) {
        if (!create.constraint() && context.target().isAtLeast(14) && !context.isFresh(create.table())) {
            for (Step step : context.earlier()) {
                if (step.statement() instanceof DropStatement.Drop drop
                        && drops(drop, create, context)
                        && Drops.findSomething(drop, step.before())) {
                    reporter.report(
                            drop.range(),
                            "Dropping `" + create.name().text()
                                    + "` takes ACCESS EXCLUSIVE, which blocks reads and writes of "
                                    + LiveTable.quoted(create.table()) + " until the transaction ends",
                            "Leave the drop out and write CREATE OR REPLACE TRIGGER, which only blocks writes.");
                }
            }
        }
    }

    private static boolean drops(DropStatement.Drop drop, TriggerStatement.CreateTrigger create, LintContext context) {
        return drop.objectType() == ObjectType.TRIGGER
                && drop.objects().stream()
                        .anyMatch(object -> object.name()
                                        .qualified()
                                        .name()
                                        .equals(create.name().text())
                                && object.parent() != null
                                && context.schema()
                                        .resolve(object.parent())
                                        .equals(context.schema().resolve(create.table())));
    }
}
