package dev.pgmigrate.lint;

import dev.pgmigrate.migration.MigrationVersion;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a database says is applied, and what a git reference says is released; handed to the linter as a value.
 *
 * @param known whether a database was asked; without one nothing is known to be applied or pending
 * @param versions the applied versions
 * @param outOfOrder whether a pending version may be older than the newest applied one
 * @param referenceOrNull the files of a reference where one is asked, or null
 */
public record AppliedVersions(
        boolean known,
        Set<MigrationVersion> versions,
        boolean outOfOrder,
        @Nullable ReferenceFiles referenceOrNull) {
    /** No database was asked. */
    public static final AppliedVersions UNKNOWN = new AppliedVersions(false, Set.of(), false, null);

    public AppliedVersions {
        versions = Set.copyOf(versions);
    }

    public static AppliedVersions of(Collection<MigrationVersion> versions) {
        return new AppliedVersions(true, Set.copyOf(versions), false, null);
    }

    /** Returns the same with what a reference has. */
    public AppliedVersions with(ReferenceFiles reference) {
        return new AppliedVersions(known, versions, outOfOrder, reference);
    }

    /** Returns the same for a database to which files are applied in whatever order they come, where {@code wanted}. */
    public AppliedVersions outOfOrder(boolean wanted) {
        return new AppliedVersions(known, versions, wanted, referenceOrNull);
    }

    public Optional<ReferenceFiles> reference() {
        return Optional.ofNullable(referenceOrNull);
    }

    public boolean isApplied(MigrationVersion version) {
        return versions.contains(version);
    }

    /** Returns whether the database says that {@code version} has not run. */
    public boolean isPending(MigrationVersion version) {
        return known && !versions.contains(version);
    }
}
