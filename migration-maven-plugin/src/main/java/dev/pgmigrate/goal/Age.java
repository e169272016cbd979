package dev.pgmigrate.goal;

import dev.pgmigrate.migration.Migration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When git first saw a migration.
 *
 * @param migration the migration
 * @param committedOrNull when it was first committed, or null if it never was or git is not available
 */
record Age(Migration migration, @Nullable Instant committedOrNull) {
    private static final Comparator<Age> OLDEST_FIRST = Comparator.comparing(
                    Age::committedOrNull, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(age -> age.migration().name())
            .thenComparing(age -> age.migration().path());

    /** Returns the ages of {@code migrations}, oldest first; ties are ordered by name. */
    static List<Age> of(List<Migration> migrations) {
        return migrations.stream()
                .map(migration -> new Age(
                        migration, GitHistory.firstCommitted(migration.file()).orElse(null)))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** Returns {@code migrations} from the oldest to the youngest. */
    static List<Migration> inOrder(List<Migration> migrations) {
        return of(migrations).stream().map(Age::migration).toList();
    }

    private Optional<Instant> committed() {
        return Optional.ofNullable(committedOrNull);
    }

    /** Explains why this one counts as younger than {@code other}. */
    String than(Age other) {
        String path = other.migration().path();
        if (committed().equals(other.committed())) {
            return "its name comes after " + path;
        }
        return committed().isEmpty() ? "it is not committed yet, and " + path + " is" : "git saw it later than " + path;
    }
}
