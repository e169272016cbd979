package dev.pgmigrate.lint.rules.order;

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

/** Reports a drop that the server refuses, because the file drops what depends on the object only further down. */
public final class DropOrder implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.ORDER;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.DROP);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        List<RefusedDrop> refused = context.isRollback() ? List.of() : RefusedDrop.of(context);
        for (RefusedDrop drop : refused) {
            if (drop.lastDrop() != null) {
                String first = drop.dependents().get(0).words();
                reporter.report(
                                drop.object().range(),
                                "The " + Words.of(drop.object()) + " is dropped before the " + first
                                        + ", which depends on it, and the server refuses that with 2BP01",
                                "Move it behind the drops of what depends on it.")
                        .fix(drop.behindTheOthers(context));
            }
        }
    }
}
