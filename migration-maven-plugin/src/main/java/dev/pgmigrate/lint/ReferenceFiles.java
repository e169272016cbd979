package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Checksum;
import java.util.Map;

/**
 * The migrations as a git reference has them, as far as they differ by now; handed to the linter as a value.
 *
 * @param name the reference, {@code origin/main}
 * @param checksums the checksums there of files that are changed or gone here, by path
 */
public record ReferenceFiles(String name, Map<String, Checksum> checksums) {
    public ReferenceFiles {
        checksums = Map.copyOf(checksums);
    }
}
