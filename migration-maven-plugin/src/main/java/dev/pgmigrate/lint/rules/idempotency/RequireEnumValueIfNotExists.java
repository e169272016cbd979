package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TypeStatement.AddEnumValue;
import java.util.Set;

/** Reports an {@code ALTER TYPE … ADD VALUE} that fails on a second run. */
public final class RequireEnumValueIfNotExists implements Rule {
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
        return Set.of(StatementKind.ALTER_ENUM);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof AddEnumValue) {
            for (Collision collision : context.collisions()) {
                reporter.report(
                                collision.at(),
                                "The label `" + collision.name()
                                        + "` exists when the file runs again, and ADD VALUE fails with "
                                        + collision.sqlState(),
                                "Write ADD VALUE IF NOT EXISTS.")
                        .fix(Fix.insert(collision.at().start(), "IF NOT EXISTS "));
            }
        }
    }
}
