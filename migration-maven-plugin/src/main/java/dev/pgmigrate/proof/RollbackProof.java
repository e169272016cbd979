package dev.pgmigrate.proof;

import dev.pgmigrate.proof.observe.ObjectChange;
import dev.pgmigrate.proof.observe.RowChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the rollback of a migration undoes it, and whether the migration applies again after that. */
public sealed interface RollbackProof {
    /** Returns the word that reports use. */
    String word();

    /**
     * All objects are what they were before the migration.
     *
     * @param lost what it does to the rows of the migration's own tables, such as those that it drops
     */
    record Exact(List<RowChange> lost) implements RollbackProof {
        public Exact {
            lost = List.copyOf(lost);
        }

        @Override
        public String word() {
            return "exact";
        }
    }

    /**
     * Some objects are not what they were, or rows of tables that the migration does not touch are changed.
     *
     * @param changes the objects, from what they were before the migration to what the rollback left
     * @param rows the rows of tables that are not the migration's
     * @param lost what it does to the rows of the migration's own tables
     * @param failureOrNull why the migration does not apply after it, or null if it does
     */
    record Differs(
            List<ObjectChange> changes,
            List<RowChange> rows,
            List<RowChange> lost,
            @Nullable ReplayFailure failureOrNull)
            implements RollbackProof {
        public Differs {
            changes = List.copyOf(changes);
            rows = List.copyOf(rows);
            lost = List.copyOf(lost);
        }

        /** Returns whether no rollback could do better. */
        public boolean isUnavoidable() {
            return rows.isEmpty() && failureOrNull == null && changes.stream().allMatch(ObjectChange::isColumnOrder);
        }

        @Override
        public String word() {
            return "differs";
        }
    }

    /** The server refuses the rollback, or the migration after a rollback that restores everything else. */
    record Refused(ReplayFailure failure) implements RollbackProof {
        @Override
        public String word() {
            return "error";
        }
    }

    /** There is no rollback, or only a stub. */
    record None() implements RollbackProof {
        @Override
        public String word() {
            return "none";
        }
    }

    /** There is none on purpose. */
    record Irreversible(@Nullable String reasonOrNull) implements RollbackProof {
        public Optional<String> reason() {
            return Optional.ofNullable(reasonOrNull);
        }

        @Override
        public String word() {
            return "irreversible";
        }
    }
}
