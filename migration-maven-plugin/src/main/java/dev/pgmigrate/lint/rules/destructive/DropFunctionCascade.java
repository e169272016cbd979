package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.EnumSet;
import java.util.Set;

/** Reports {@code DROP FUNCTION … CASCADE}, which drops triggers, policies and defaults. */
final class DropFunctionCascade extends StatementRule<DropStatement.Drop> {
    private static final Set<ObjectType> ROUTINES =
            EnumSet.of(ObjectType.FUNCTION, ObjectType.PROCEDURE, ObjectType.ROUTINE, ObjectType.AGGREGATE);

    DropFunctionCascade() {
        super(Facts.error(Category.DESTRUCTIVE).since("0.1"), DropStatement.Drop.class);
    }

    @Override
    protected void check(DropStatement.Drop drop, LintContext context, Reporter reporter) {
        if (!drop.cascade() || !ROUTINES.contains(drop.objectType())) {
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
