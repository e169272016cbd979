package dev.pgmigrate.schema;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One property that two databases do not agree on, or an object that one of them does not have.
 *
 * @param key the object; as the left calls it where both have it
 * @param state what is the matter
 * @param propertyOrNull the property, or null where the whole object is on one side only
 * @param leftOrNull its value on the left, or the properties of the object; null where there is none
 * @param rightOrNull the same on the right
 */
public record SchemaDifference(
        ObjectKey key,
        State state,
        @Nullable String propertyOrNull,
        @Nullable String leftOrNull,
        @Nullable String rightOrNull) {

    /** What may be the matter, seen from the left. */
    public enum State {
        /** Only the right has it. */
        ADDED,
        /** Only the left has it. */
        MISSING,
        /** Both have it, and not the same. */
        DIFFERENT
    }

    public Optional<String> property() {
        return Optional.ofNullable(propertyOrNull);
    }

    public Optional<String> left() {
        return Optional.ofNullable(leftOrNull);
    }

    public Optional<String> right() {
        return Optional.ofNullable(rightOrNull);
    }
}
