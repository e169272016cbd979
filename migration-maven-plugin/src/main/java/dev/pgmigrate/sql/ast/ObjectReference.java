package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names one existing object, as {@code DROP}, {@code COMMENT ON} and the generic {@code ALTER} forms do.
 *
 * @param name the object's own name; for a cast, the source type's; for a transform, the type's; for a large object, its number
 * @param parent what it belongs to: the table of a column, trigger, rule, policy or constraint, the domain of a domain
 *     constraint, the access method of an operator class or family, the language of a transform
 * @param signature the argument types of a routine, an operator or a cast's two types; null where none were written
 */
public record ObjectReference(
        ObjectType type,
        ObjectName name,
        @Nullable ObjectName parent,
        @Nullable Signature signature,
        SourceRange range) implements Node {
    /**
     * Argument types in parentheses.
     *
     * @param star whether it is an aggregate's {@code (*)}
     * @param orderBy the arguments after {@code ORDER BY} of an ordered-set aggregate
     */
    public record Signature(
            List<FunctionParameter> parameters, boolean star, List<FunctionParameter> orderBy, SourceRange range)
            implements Node {}

    @Override
    public String toString() {
        return type.words() + " " + name.qualified() + (parent == null ? "" : " on " + parent.qualified());
    }
}
