package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.RefusedDrop;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.List;
import java.util.Set;

/** Reports a drop in a rollback that the server refuses, because what depends on the object is still there. */
public final class RollbackOrder implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.FILES;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public boolean judgesRollbacks() {
        return true;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.DROP);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        List<RefusedDrop> refused = context.isRollback() ? RefusedDrop.of(context) : List.of();
        for (RefusedDrop drop : refused) {
            String first = drop.dependents().get(0).words();
            reporter.report(
                            drop.object().range(),
                            "The " + Words.of(drop.object()) + " is dropped before the " + first
                                    + ", which depends on it, and the rollback fails here with 2BP01",
                            drop.lastDrop() == null
                                    ? "Drop what depends on it first."
                                    : "Move it behind the drops of what depends on it.")
                    .fix(drop.behindTheOthers(context));
        }
    }
}
