package dev.pgmigrate.schema;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property that differs between two databases, or an object that one of them lacks.
 *
 * @param key the object; with the left name if both have it
 * @param state the kind of difference
 * @param propertyOrNull the property, or null where the whole object is on one side only
 * @param leftOrNull its value on the left, or the properties of the object; null where there is none
 * @param rightOrNull the same on the right
 */
public record SchemaDifference(
        SnapshotKey key,
        State state,
        @Nullable String propertyOrNull,
        @Nullable String leftOrNull,
        @Nullable String rightOrNull) {

    /** The kind of difference, seen from the left. */
    public enum State {
        /** Only the right has it. */
        ADDED,
        /** Only the left has it. */
        MISSING,
        /** Both have it, but it differs. */
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
