package dev.pgmigrate.lint;

import dev.pgmigrate.migration.MigrationVersion;
import java.util.Collection;
import java.util.Set;

/**
 * What a database says is applied, handed to the linter as a value.
 *
 * @param known whether a database was asked; without one nothing is known to be applied or pending
 * @param versions the applied versions
 */
public record AppliedVersions(boolean known, Set<MigrationVersion> versions) {
    /** No database was asked. */
    public static final AppliedVersions UNKNOWN = new AppliedVersions(false, Set.of());

    public AppliedVersions {
        versions = Set.copyOf(versions);
    }

    public static AppliedVersions of(Collection<MigrationVersion> versions) {
        return new AppliedVersions(true, Set.copyOf(versions));
    }

    public boolean isApplied(MigrationVersion version) {
        return versions.contains(version);
    }

    /** Returns whether the database says that {@code version} has not run. */
    public boolean isPending(MigrationVersion version) {
        return known && !versions.contains(version);
    }
}
