package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.DropDependents;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports a drop in a rollback that stands before the drop of what depends on it. */
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
        if (!context.isRollback() || !(context.statement() instanceof DropStatement.Drop drop) || drop.cascade()) {
            return;
        }
        for (ObjectReference object : drop.objects()) {
            for (QualifiedName dependent : DropDependents.of(object, context.schema())) {
                Step later = laterDrop(dependent, context);
                if (later != null) {
                    reporter.report(
                                    object.range(),
                                    "The " + Words.of(object) + " is dropped before `" + dependent
                                            + "`, which depends on it, and the server refuses that with 2BP01",
                                    "Drop what was made last first.")
                            .fix(behind(drop, later, context));
                    return;
                }
            }
        }
    }

    private static @Nullable Step laterDrop(QualifiedName dependent, LintContext context) {
        for (Step step : context.later()) {
            if (step.place() == Place.FILE
                    && step.statement() instanceof DropStatement.Drop drop
                    && drop.objects().stream()
                            .anyMatch(object -> object.parent() == null
                                    && step.before().resolve(object.name()).equals(dependent))) {
                return step;
            }
        }
        return null;
    }

    private static Optional<Fix> behind(DropStatement.Drop drop, Step later, LintContext context) {
        return context.place() != Place.FILE
                ? Optional.empty()
                : Optional.of(Fix.of(
                        StatementEdits.delete(drop, context.sql()),
                        StatementEdits.append(later.statement(), context.sql(), context.text(drop) + ";")));
    }
}
