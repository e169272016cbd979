package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Checksum;
import java.util.Map;

/**
 * The migrations of a git reference that differ from the present ones; passed to the linter as a value.
 *
 * @param name the reference, {@code origin/main}
 * @param checksums the checksums there of files that are changed or gone here, by path
 */
public record ReferenceFiles(String name, Map<String, Checksum> checksums) {
    public ReferenceFiles {
        checksums = Map.copyOf(checksums);
    }
}
