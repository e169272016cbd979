package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A drop that the server refuses with 2BP01, because something depends on the object.
 *
 * @param object what is dropped
 * @param dependents what depends on it; at least one
 * @param lastDrop the later statement after which nothing depends on it any more; null if there is none
 */
public record RefusedDrop(
        ObjectReference object,
        List<Dependents.Dependent> dependents,
        @Nullable Step lastDrop) {

    public RefusedDrop {
        dependents = List.copyOf(dependents);
    }

    /** Returns the objects of a {@code DROP} that the server refuses to drop; none if a handler catches that. */
    public static List<RefusedDrop> of(LintContext context) {
        return of(context, context.schema().certain());
    }

    /** Returns the objects of a {@code DROP} that the server refuses to drop when the file runs again. */
    public static List<RefusedDrop> onSecondRun(LintContext context) {
        Schema again = context.secondRun().certain();
        return of(context, again).stream()
                .filter(drop -> again.presence(drop.object()).isPresent())
                .toList();
    }

    private static List<RefusedDrop> of(LintContext context, Schema schema) {
        if (!(context.statement() instanceof DropStatement.Drop drop)
                || drop.cascade()
                || context.isGuardedAgainst(SqlState.DEPENDENT_OBJECTS_STILL_EXIST)) {
            return List.of();
        }
        Set<QualifiedName> going = new HashSet<>();
        drop.objects().forEach(object -> going.add(schema.resolve(object.name())));
        List<RefusedDrop> refused = new ArrayList<>();
        for (ObjectReference object : drop.objects()) {
            List<Dependents.Dependent> dependents = Dependents.of(object, going, schema);
            if (!dependents.isEmpty()) {
                // An index of a constraint is dropped with it, so nothing is left to drop then.
                boolean own = object.type() == ObjectType.INDEX;
                refused.add(new RefusedDrop(object, dependents, own ? null : lastDrop(dependents, context)));
            }
        }
        return refused;
    }

    /** Returns the fix that moves the drop after those of its dependents, if there are only drops in between. */
    public Optional<Fix> behindTheOthers(LintContext context) {
        Step last = lastDrop;
        if (last == null || context.place() != Place.FILE) {
            return Optional.empty();
        }
        List<Step> later = context.later();
        boolean onlyDrops = later.subList(0, later.indexOf(last)).stream()
                .allMatch(step -> step.statement() instanceof DropStatement);
        if (!onlyDrops) {
            return Optional.empty();
        }
        String moved = context.text(context.statement()) + ";";
        return Optional.of(Fix.of(
                StatementEdits.delete(context.statement(), context.sql()),
                StatementEdits.append(last.statement(), context.sql(), moved)));
    }

    private static @Nullable Step lastDrop(List<Dependents.Dependent> dependents, LintContext context) {
        List<Dependents.Dependent> left = new ArrayList<>(dependents);
        Set<String> names = new HashSet<>();
        for (Dependents.Dependent dependent : dependents) {
            names.add(dependent.name());
            if (dependent.relation() != null) {
                names.add(dependent.relation().name());
            }
        }
        for (Step step : context.laterDrops(names)) {
            if (left.removeIf(dependent -> drops(step, dependent)) && left.isEmpty()) {
                return step;
            }
        }
        return null;
    }

    private static boolean drops(Step step, Dependents.Dependent dependent) {
        QualifiedName relation = dependent.relation();
        if (step.statement() instanceof AlterTable alter) {
            return step.before().resolve(alter.name()).equals(relation)
                    && alter.actions().stream()
                            .anyMatch(action -> action instanceof AlterTableAction.Dropping drop
                                    && drop.name().text().equals(dependent.name()));
        }
        return step.statement() instanceof DropStatement drop
                && drop.objects().stream().anyMatch(object -> isOf(object, dependent, step.before()));
    }

    private static boolean isOf(ObjectReference object, Dependents.Dependent dependent, Schema schema) {
        QualifiedName relation = dependent.relation();
        boolean named = object.name().last().text().equals(dependent.name());
        if (object.parent() != null) {
            return named && schema.resolve(object.parent()).equals(relation);
        }
        return switch (object.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW ->
                schema.resolve(object.name()).equals(relation);
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> relation == null && named;
            default -> false;
        };
    }
}
