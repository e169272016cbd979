package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import java.util.ArrayList;
import java.util.List;

/** Reports a {@code DROP POLICY} or {@code DROP TRIGGER} that names another table than the {@code CREATE} it was written for. */
final class DropTargetMismatch extends StatementRule<Drop> {
    DropTargetMismatch() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), Drop.class);
    }

    @Override
    protected void check(Drop drop, LintContext context, Reporter reporter) {
        if (!drop.ifExists() || (drop.objectType() != ObjectType.POLICY && drop.objectType() != ObjectType.TRIGGER)) {
            return;
        }
        for (ObjectReference object : drop.objects()) {
            ObjectName table = object.parent();
            if (table == null || context.schema().presence(object).isPresent()) {
                continue;
            }
            String name = object.name().last().text();
            List<ObjectName> made = made(context.later(), object.type(), name);
            boolean here = made.stream().anyMatch(other -> isSame(table, other, context));
            if (!made.isEmpty() && !here && made.stream().noneMatch(other -> isDropped(object, other, context))) {
                reporter.report(
                                object.range(),
                                "The " + Words.of(object) + " is dropped, but created on `" + made.get(0)
                                        + "` further down: the drop does nothing, and a second run fails there",
                                "Name `" + made.get(0) + "` in the drop.")
                        .fix(Fix.replace(table.range(), context.text(made.get(0))));
            }
        }
    }

    /** Returns the tables on which something of that name is made. */
    private static List<ObjectName> made(List<Step> later, ObjectType type, String name) {
        List<ObjectName> tables = new ArrayList<>();
        for (Step step : later) {
            if (type == ObjectType.POLICY
                    && step.statement() instanceof CreatePolicy create
                    && create.name().text().equals(name)) {
                tables.add(create.table());
            } else if (type == ObjectType.TRIGGER
                    && step.statement() instanceof CreateTrigger create
                    && create.name().text().equals(name)) {
                tables.add(create.table());
            }
        }
        return tables;
    }

    private static boolean isSame(ObjectName one, ObjectName other, LintContext context) {
        return context.schema().resolve(one).equals(context.schema().resolve(other));
    }

    private static boolean isDropped(ObjectReference object, ObjectName table, LintContext context) {
        return context.file().steps().changes().stream()
                .filter(step -> step.statement() instanceof Drop)
                .flatMap(step -> ((Drop) step.statement()).objects().stream())
                .anyMatch(other -> other.type() == object.type()
                        && other.name()
                                .last()
                                .text()
                                .equals(object.name().last().text())
                        && other.parent() != null
                        && isSame(table, other.parent(), context));
    }
}
