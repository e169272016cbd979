package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a {@code CREATE POLICY} that fails on a second run: policies have neither {@code OR REPLACE} nor {@code IF NOT EXISTS}. */
public final class DropPolicyFirst implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.IDEMPOTENCY;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.CREATE_POLICY);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof CreatePolicy create) {
            for (Collision collision : context.collisions()) {
                String drop = "DROP POLICY IF EXISTS " + context.text(create.name()) + " ON "
                        + context.text(create.table()) + ";";
                reporter.report(
                                collision.at(),
                                "The policy `" + create.name() + "` on `" + create.table()
                                        + "` exists when the file runs again, and CREATE POLICY fails with "
                                        + collision.sqlState(),
                                "Put " + drop + " in front of it.")
                        .fix(context.precededBy(drop));
            }
        }
    }
}
