package dev.pgmigrate.proof.observe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object that is not what it was.
 *
 * @param object its kind and name, {@code function public.total(integer)}
 * @param propertyOrNull what of it changed, or null if it came or went as a whole
 * @param beforeOrNull what it was; null if there was nothing
 * @param afterOrNull what it is now; null if there is nothing
 */
public record ObjectChange(
        String object,
        @Nullable String propertyOrNull,
        @Nullable String beforeOrNull,
        @Nullable String afterOrNull) {
    private static final String COLUMN_ORDER = "column order";

    public Optional<String> property() {
        return Optional.ofNullable(propertyOrNull);
    }

    /**
     * Returns whether only the order of a table's columns differs: a column that is added again comes last (manual, ALTER
     * TABLE), so that no rollback can prevent it.
     */
    public boolean isColumnOrder() {
        return COLUMN_ORDER.equals(propertyOrNull);
    }
}
