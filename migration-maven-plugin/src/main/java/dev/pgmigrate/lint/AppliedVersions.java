package dev.pgmigrate.lint;

import dev.pgmigrate.migration.MigrationVersion;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is applied according to a database, and released according to a git reference; passed to the linter as a value.
 *
 * @param known whether a database was consulted; without one nothing is known to be applied or pending
 * @param versions the applied versions
 * @param outOfOrder whether a pending version may be older than the newest applied one
 * @param referenceOrNull the files of a reference if one was consulted, or null
 */
public record AppliedVersions(
        boolean known,
        Set<MigrationVersion> versions,
        boolean outOfOrder,
        @Nullable ReferenceFiles referenceOrNull) {
    /** No database was consulted. */
    public static final AppliedVersions UNKNOWN = new AppliedVersions(false, Set.of(), false, null);

    public AppliedVersions {
        versions = Set.copyOf(versions);
    }

    public static AppliedVersions of(Collection<MigrationVersion> versions) {
        return new AppliedVersions(true, Set.copyOf(versions), false, null);
    }

    /** Returns a copy with the files of a reference. */
    public AppliedVersions with(ReferenceFiles reference) {
        return new AppliedVersions(known, versions, outOfOrder, reference);
    }

    /** Returns a copy that permits pending files in any order if {@code wanted}. */
    public AppliedVersions outOfOrder(boolean wanted) {
        return new AppliedVersions(known, versions, wanted, referenceOrNull);
    }

    public Optional<ReferenceFiles> reference() {
        return Optional.ofNullable(referenceOrNull);
    }

    public boolean isApplied(MigrationVersion version) {
        return versions.contains(version);
    }

    /** Returns whether {@code version} is pending according to the database. */
    public boolean isPending(MigrationVersion version) {
        return known && !versions.contains(version);
    }
}
