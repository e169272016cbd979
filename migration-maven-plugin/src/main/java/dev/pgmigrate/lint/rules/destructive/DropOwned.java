package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.RoleStatement;

/** Reports {@code DROP OWNED}, which drops whatever a role owns. */
final class DropOwned extends StatementRule<RoleStatement.DropOwned> {
    DropOwned() {
        super(Facts.error(Category.DESTRUCTIVE).since("0.1"), RoleStatement.DropOwned.class);
    }

    @Override
    protected void check(RoleStatement.DropOwned drop, LintContext context, Reporter reporter) {
        for (RoleSpec role : drop.roles()) {
            if (isReassigned(role, context)) {
                continue;
            }
            reporter.report(
                    drop.range(),
                    "DROP OWNED drops every object that `" + role.name().text() + "` owns in this database",
                    "Give the objects to another role with REASSIGN OWNED.");
        }
    }

    /** What is left then is its privileges (PostgreSQL manual, 22.4 "Dropping Roles"). */
    private static boolean isReassigned(RoleSpec role, LintContext context) {
        for (Step step : context.earlier()) {
            if (step.statement() instanceof RoleStatement.ReassignOwned reassign
                    && reassign.roles().stream()
                            .anyMatch(other ->
                                    other.name().text().equals(role.name().text()))) {
                return true;
            }
        }
        return false;
    }
}
