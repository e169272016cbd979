package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.Dependents;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reports a rollback that drops something before what depends on it. */
public final class DropOrder implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
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
    public boolean judgesRollbacks() {
        return true;
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!context.isRollback()
                || !(context.statement() instanceof DropStatement.Drop drop)
                || drop.cascade()
                || context.isGuardedAgainst("2BP01")) {
            return;
        }
        Schema schema = context.schema().certain();
        Set<QualifiedName> going = new HashSet<>();
        drop.objects().forEach(object -> going.add(schema.resolve(object.name())));
        for (ObjectReference object : drop.objects()) {
            for (Dependents.Dependent dependent : Dependents.of(object, going, schema)) {
                Optional<Step> later = later(dependent, context);
                reporter.report(
                                object.range(),
                                "The " + dependent.words() + " depends on the " + Words.of(object)
                                        + ", and the rollback fails here with 2BP01",
                                later.isPresent()
                                        ? "Move the drop that stands further down in front of this one."
                                        : "Drop what depends on it first.")
                        .fix(later.flatMap(step -> move(step, context)));
                break;
            }
        }
    }

    private static Optional<Step> later(Dependents.Dependent dependent, LintContext context) {
        for (Step step : context.later()) {
            if (step.place() == Place.FILE
                    && step.statement() instanceof DropStatement drop
                    && drop.objects().stream().anyMatch(object -> isOf(object, dependent, step.before()))) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(ObjectReference object, Dependents.Dependent dependent, Schema schema) {
        boolean own = object.name().last().text().equals(dependent.name());
        return own
                || (dependent.relation() != null
                        && schema.resolve(object.name()).equals(dependent.relation()));
    }

    private static Optional<Fix> move(Step step, LintContext context) {
        if (context.place() != Place.FILE) {
            return Optional.empty();
        }
        int start = context.statement().range().start();
        return Optional.of(Fix.of(
                TextEdit.insert(start, context.text(step.statement()) + ";\n"),
                StatementEdits.delete(step.statement(), context.sql())));
    }
}
