package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.UpdatableView;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.RelationRule;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.DmlStatement.Merge;
import dev.pgmigrate.sql.ast.DmlStatement.MergeAction;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.RuleStatement.Event;
import dev.pgmigrate.sql.ast.TriggerStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.Timing;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which statements a relation with rules, or with triggers instead of writing, does not take (rewriteHandler.c, parse_merge.c). */
final class WrittenRelations {
    private static final int DEEPEST = 32;
    private static final int MERGE_INTO_VIEWS = 17;
    private static final String PLAIN = "Drop the rules, or write a statement for each case.";

    private WrittenRelations() {}

    static void check(DmlStatement statement, TableOrView relation, Refusals refusals) {
        if (statement instanceof Insert insert && insert.onConflict() != null) {
            boolean isRewritten = relation.rules().all().stream()
                    .map(RelationRule::definition)
                    .anyMatch(rule -> rule != null && (rule.event() == Event.INSERT || rule.event() == Event.UPDATE));
            refuseIf(isRewritten, insert.relation(), relation, "has rules, and takes no ON CONFLICT", refusals);
        } else if (statement instanceof Merge merge) {
            merge(merge, relation, refusals);
        }
    }

    private static void merge(Merge merge, TableOrView relation, Refusals refusals) {
        TableOrView next = relation;
        for (int depth = 0; next != null && depth < DEEPEST; depth++) {
            boolean isKnown =
                    next instanceof Table || refusals.context().target().isAtLeast(MERGE_INTO_VIEWS);
            boolean isRewritten = next.rules().all().stream().anyMatch(rule -> rule.definition() != null);
            refuseIf(isKnown && isRewritten, merge.relation(), next, "has rules, and takes no MERGE", refusals);
            if (isKnown && next instanceof View view) {
                instead(merge, view, refusals);
            }
            next = below(next, refusals);
        }
    }

    private static @Nullable TableOrView below(TableOrView relation, Refusals refusals) {
        return relation instanceof View view
                ? UpdatableView.of(view, refusals.schema())
                        .map(UpdatableView::below)
                        .orElse(null)
                : null;
    }

    /** Either triggers do all that the statement asks, or the server does. */
    private static void instead(Merge merge, View view, Refusals refusals) {
        Set<String> fired = new HashSet<>();
        view.triggers().all().stream()
                .map(Table.Trigger::definition)
                .filter(trigger -> trigger.timing() == Timing.INSTEAD_OF)
                .forEach(trigger -> trigger.events().stream()
                        .map(TriggerStatement.Event::name)
                        .forEach(fired::add));
        Set<String> asked = new HashSet<>();
        merge.whens().stream()
                .filter(when -> when.action() != MergeAction.NOTHING)
                .forEach(when -> asked.add(when.action().name()));
        boolean some = asked.stream().anyMatch(fired::contains);
        refuseIf(
                some && !fired.containsAll(asked),
                merge.relation(),
                view,
                "has triggers instead of some of what the MERGE does, but not of all",
                refusals);
    }

    private static void refuseIf(boolean holds, Node at, TableOrView relation, String why, Refusals refusals) {
        refusals.addIf(holds, at.range(), SqlState.FEATURE_NOT_SUPPORTED, "`" + relation.name() + "` " + why, PLAIN);
    }
}
