package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.TriggerStatement;

/** Reports a trigger that runs with every DDL statement. */
final class EventTrigger extends StatementRule<TriggerStatement.CreateEventTrigger> {
    EventTrigger() {
        super(Facts.off(Category.DESIGN).since("0.1"), TriggerStatement.CreateEventTrigger.class);
    }

    @Override
    protected void check(TriggerStatement.CreateEventTrigger trigger, LintContext context, Reporter reporter) {
        reporter.report(
                trigger.name().range(),
                "Event trigger `" + trigger.name().text()
                        + "` runs with each later migration, and an error in it stops them",
                "Leave event triggers to the administrators of the server.");
    }
}
