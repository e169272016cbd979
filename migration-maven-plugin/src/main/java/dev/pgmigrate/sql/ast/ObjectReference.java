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
            implements Node {
        static Signature of(List<FunctionParameter> parameters, SourceRange range) {
            return new Signature(parameters, false, List.of(), range);
        }

        /** Returns a signature of which only the types are written. */
        static Signature ofTypes(List<TypeName> types, SourceRange range) {
            return of(
                    types.stream()
                            .map(type -> new FunctionParameter(
                                    FunctionParameter.Mode.DEFAULT, null, type, null, type.range()))
                            .toList(),
                    range);
        }
    }

    public static ObjectReference of(ObjectType type, Name name) {
        return of(type, ObjectName.of(name));
    }

    public static ObjectReference of(ObjectType type, ObjectName name) {
        return new ObjectReference(type, name, null, null, name.range());
    }

    public static ObjectReference of(ObjectType type, ObjectName name, @Nullable Signature signature) {
        return new ObjectReference(type, name, null, signature, name.range());
    }

    public static ObjectReference of(ObjectType type, Name name, ObjectName parent) {
        return new ObjectReference(type, ObjectName.of(name), parent, null, name.range());
    }

    /** Returns a reference to the object in a schema that is not written, or is another than the one that is. */
    public ObjectReference in(String schema) {
        return new ObjectReference(type, name.in(schema), parent, signature, range);
    }

    @Override
    public String toString() {
        return type.words() + " " + name.qualified() + (parent == null ? "" : " on " + parent.qualified());
    }
}
