package dev.pgmigrate.apply.repair;

import java.util.List;

/**
 * What the user asks to be repaired, beside what is found.
 *
 * @param only the versions to repair; empty for all
 * @param removeMissing whether the row of a file that is gone is removed, instead of the file restored
 * @param applied the versions that count as applied from now on
 * @param reverted the versions that count as undone from now on
 * @param force whether to go ahead although the catalogs say otherwise, or nothing
 */
public record RepairWish(
        List<String> only, boolean removeMissing, List<String> applied, List<String> reverted, boolean force) {
    public RepairWish {
        only = List.copyOf(only);
        applied = List.copyOf(applied);
        reverted = List.copyOf(reverted);
    }
}
