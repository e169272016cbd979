package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TriggerStatement;
import java.util.Set;

/** Reports a trigger that runs with every DDL statement. */
public final class EventTrigger implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.DESIGN;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.CREATE_EVENT_TRIG);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof TriggerStatement.CreateEventTrigger trigger) {
            reporter.report(
                    trigger.name().range(),
                    "Event trigger `" + trigger.name().text()
                            + "` runs with each later migration, and an error in it stops them",
                    "Leave event triggers to those who run the server.");
        }
    }
}
