package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE RULE}.
 *
 * @param actions empty for {@code DO NOTHING}
 */
public record RuleStatement(
        boolean orReplace,
        Name name,
        Event event,
        ObjectName table,
        @Nullable Expression where,
        boolean instead,
        List<Statement> actions,
        SourceRange range)
        implements Statement, Making {
    /** What the rule rewrites. */
    public enum Event {
        SELECT,
        INSERT,
        UPDATE,
        DELETE
    }

    @Override
    public ObjectReference made() {
        return ObjectReference.of(ObjectType.RULE, name, table);
    }

    @Override
    public StatementKind kind() {
        return StatementKind.CREATE_RULE;
    }
}
