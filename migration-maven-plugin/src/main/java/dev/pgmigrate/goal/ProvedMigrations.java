package dev.pgmigrate.goal;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which migrations are proved; the others are only run, to get to them. */
final class ProvedMigrations {
    private ProvedMigrations() {}

    /**
     * Returns the paths of those that are proved.
     *
     * @param deployedOrNull what a database has, or null where none was asked
     * @throws AcceptanceException if git does not know the reference
     */
    static Set<String> of(Migrations migrations, ProofSettings settings, @Nullable DeployedMigrations deployedOrNull) {
        MigrationVersion from = settings.fromOrNull();
        String since = settings.sinceOrNull();
        Set<Path> changed = since == null
                ? Set.of()
                : GitHistory.changedSince(migrations.folders().base(), since);
        return migrations.all().stream()
                .filter(migration -> from == null || migration.version().compareTo(from) >= 0)
                .filter(migration -> since == null || isAmong(changed, migration))
                .filter(migration ->
                        deployedOrNull == null || deployedOrNull.pending().contains(migration.path()))
                .map(Migration::path)
                .collect(Collectors.toSet());
    }

    private static boolean isAmong(Set<Path> changed, Migration migration) {
        return isAmong(changed, migration.sql())
                || migration
                        .rollback()
                        .filter(rollback -> isAmong(changed, rollback.sql()))
                        .isPresent();
    }

    private static boolean isAmong(Set<Path> changed, SqlFile file) {
        try {
            return changed.contains(file.file().toRealPath());
        } catch (IOException e) {
            return true; // what is gone has changed
        }
    }
}
