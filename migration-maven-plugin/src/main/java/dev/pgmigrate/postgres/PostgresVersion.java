package dev.pgmigrate.postgres;

/**
 * A major version of PostgreSQL, such as {@code 16}.
 *
 * @param major the major version, at least 1
 */
public record PostgresVersion(int major) implements Comparable<PostgresVersion> {
    /** The oldest server that migrations are applied to. */
    public static final PostgresVersion OLDEST = new PostgresVersion(14);

    /** The newest server that is known, and whose grammar the parser speaks. */
    public static final PostgresVersion NEWEST = new PostgresVersion(18);

    public PostgresVersion {
        if (major < 1) {
            throw new IllegalArgumentException("A PostgreSQL major version is at least 1, not " + major);
        }
    }

    public boolean isAtLeast(int other) {
        return major >= other;
    }

    @Override
    public int compareTo(PostgresVersion other) {
        return Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return Integer.toString(major);
    }
}
