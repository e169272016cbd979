package dev.pgmigrate.apply.plan;

import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.migration.Migration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version: its file, its row in the history, or both.
 *
 * @param version the version as its file writes it, or as the row does if there is no file
 * @param name what the file name, or the row, says beside it
 * @param state how they compare
 * @param migrationOrNull the file, or null
 * @param rowOrNull the row, or null
 * @param elsewhereOrNull the other tool's table that says it is applied, or null
 */
public record PlannedMigration(
        String version,
        String name,
        MigrationState state,
        @Nullable Migration migrationOrNull,
        @Nullable HistoryRow rowOrNull,
        @Nullable String elsewhereOrNull) {
    PlannedMigration(
            String version,
            String name,
            MigrationState state,
            @Nullable Migration migrationOrNull,
            @Nullable HistoryRow rowOrNull) {
        this(version, name, state, migrationOrNull, rowOrNull, null);
    }

    /** Returns this version as applied according to {@code table}. */
    PlannedMigration elsewhere(String table) {
        return new PlannedMigration(version, name, MigrationState.ELSEWHERE, migrationOrNull, rowOrNull, table);
    }

    public Optional<Migration> migration() {
        return Optional.ofNullable(migrationOrNull);
    }

    /** Returns the other tool's table according to which it is applied. */
    public Optional<String> elsewhere() {
        return Optional.ofNullable(elsewhereOrNull);
    }

    public Optional<HistoryRow> row() {
        return Optional.ofNullable(rowOrNull);
    }

    @Override
    public String toString() {
        return version + " " + name + " " + state.id();
    }
}
