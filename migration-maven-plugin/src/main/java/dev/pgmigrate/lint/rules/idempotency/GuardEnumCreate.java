package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TypeStatement.CreateEnum;
import java.util.Set;

/** Reports a {@code CREATE TYPE … AS ENUM} that fails on a second run: PostgreSQL has no {@code IF NOT EXISTS} for types. */
public final class GuardEnumCreate implements Rule {
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
        return Set.of(StatementKind.CREATE_ENUM);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof CreateEnum create) {
            for (Collision collision : context.collisions()) {
                reporter.report(
                                collision.at(),
                                "The enum `" + collision.name()
                                        + "` exists when the file runs again, and CREATE TYPE fails with "
                                        + collision.sqlState(),
                                "Wrap it in a DO block that catches duplicate_object.")
                        .fix(context.guardedBy("duplicate_object", create));
            }
        }
    }
}
