package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports {@code DROP OWNED}, which drops whatever a role owns. */
public final class DropOwned implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.DROP_OWNED);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof RoleStatement.DropOwned drop) {
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
