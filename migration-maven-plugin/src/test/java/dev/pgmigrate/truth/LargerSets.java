package dev.pgmigrate.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's own suite and the folders of public projects, which lie outside the project. Without them a truth law is
 * skipped, which {@code -Dtruth.required} makes a failure.
 */
public final class LargerSets {
    private static final boolean REQUIRED = System.getProperty("truth.required") != null;

    private LargerSets() {}

    /** Returns whether {@code -Dtruth.required} says that they are there. */
    static boolean areRequired() {
        return REQUIRED;
    }

    /**
     * Goes on only where a set is there.
     *
     * @param property the system property that names its folder
     */
    public static void assumeThere(Path set, String property) {
        String missing = "No " + set.toAbsolutePath().normalize() + ": set -D" + property + " to judge by it";
        if (REQUIRED) {
            assertThat(set).as(missing).exists();
        } else {
            assumeTrue(Files.exists(set), missing);
        }
    }
}
