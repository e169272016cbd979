package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.EnumSet;
import java.util.Set;

/** Reports {@code DROP FUNCTION … CASCADE}, which drops triggers, policies and defaults. */
public final class DropFunctionCascade implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    private static final Set<ObjectType> ROUTINES =
            EnumSet.of(ObjectType.FUNCTION, ObjectType.PROCEDURE, ObjectType.ROUTINE, ObjectType.AGGREGATE);

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.DROP);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof DropStatement.Drop drop)
                || !drop.cascade()
                || !ROUTINES.contains(drop.objectType())) {
            return;
        }
        for (ObjectReference routine : drop.objects()) {
            if (Drops.touchOthers(routine, context)) {
                reporter.report(
                        routine.range(),
                        "CASCADE drops every trigger, policy, default and view that uses `" + routine.name() + "`",
                        "Leave CASCADE out; to change the function, write CREATE OR REPLACE FUNCTION.");
            }
        }
    }
}
