package dev.pgmigrate.replay;

import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.sql.ast.RuleStatement;
import org.jspecify.annotations.Nullable;

/**
 * A rule that rewrites the statements on a table or view.
 *
 * @param definition the {@code CREATE} that made it; null where nobody knows what it does, if anything
 */
public record RelationRule(@Nullable RuleStatement definition, Origin origin) {
    /** Returns a rule of {@code relation} as a rename leaves it. */
    static RelationRule renamed(TableOrView relation, String name, Origin origin) {
        return new RelationRule(
                relation.rules().get(name).map(RelationRule::definition).orElse(null), origin);
    }
}
