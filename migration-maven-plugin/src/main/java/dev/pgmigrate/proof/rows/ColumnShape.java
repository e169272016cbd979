package dev.pgmigrate.proof.rows;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a column takes.
 *
 * @param name its name as SQL text
 * @param type its type as SQL text, with its modifier
 * @param base the type's own name; that below a domain, that of the elements of an array
 * @param kind what values look like
 * @param length the longest text that it takes, or 0 if there is no limit
 * @param labels the labels of an enum
 * @param nullable whether it takes NULL
 * @param defaulted whether it has a default
 * @param unique whether an index keeps its values apart
 * @param limits what values have to pass: the literals in the constraints of its domain
 * @param domain whether its type is a domain
 * @param referenceOrNull where its values have to be, or null
 */
record ColumnShape(
        String name,
        String type,
        String base,
        Kind kind,
        int length,
        List<String> labels,
        boolean nullable,
        boolean defaulted,
        boolean unique,
        String limits,
        boolean domain,
        @Nullable Reference referenceOrNull) {
    ColumnShape {
        labels = List.copyOf(labels);
    }

    /** How the values of a type are written. */
    enum Kind {
        PLAIN,
        ARRAY,
        COMPOSITE
    }

    /**
     * The other end of a foreign key.
     *
     * @param table its number
     * @param tableName its name as SQL text
     * @param column the column as SQL text
     */
    record Reference(long table, String tableName, String column) {}

    Optional<Reference> reference() {
        return Optional.ofNullable(referenceOrNull);
    }
}
