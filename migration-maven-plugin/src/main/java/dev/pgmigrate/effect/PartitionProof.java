package dev.pgmigrate.effect;

import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import java.util.List;

/** Determines whether a check may spare the server reading a partition. */
public final class PartitionProof {
    private PartitionProof() {}

    /**
     * Returns whether a validated check speaks of all columns of the key. A range excludes NULL, which a check lets pass, so
     * they have to be NOT NULL besides.
     */
    public static boolean of(Table parent, Table partition) {
        return of(parent, partition, true);
    }

    /** Returns the same of a default partition, which may hold NULL. */
    public static boolean ofDefault(Table parent, Table partition) {
        return of(parent, partition, false);
    }

    private static boolean of(Table parent, Table partition, boolean notNull) {
        if (parent.partitionBy() == null) {
            return false;
        }
        List<String> key = parent.partitionBy().elements().stream()
                .map(element -> element.column() == null ? "" : element.column().text())
                .toList();
        boolean checked = partition.constraints().all().stream()
                .filter(constraint -> constraint.kind() == TableConstraint.Kind.CHECK && constraint.validated())
                .anyMatch(constraint -> constraint.columns().containsAll(key));
        return checked && (!notNull || key.stream().allMatch(column -> isNeverNull(partition, column)));
    }

    private static boolean isNeverNull(Table table, String column) {
        boolean inKey =
                table.primaryKey().filter(key -> key.columns().contains(column)).isPresent();
        return inKey || table.column(column).filter(known -> !known.notNull()).isEmpty();
    }
}
