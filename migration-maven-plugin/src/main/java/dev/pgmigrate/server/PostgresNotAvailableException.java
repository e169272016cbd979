package dev.pgmigrate.server;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.postgres.PostgresVersion;

/** Says that no binaries are published for a version of PostgreSQL on a platform. */
public final class PostgresNotAvailableException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    private final transient PostgresVersion version;
    private final String platform;

    PostgresNotAvailableException(PostgresVersion version, String platform) {
        super("No disposable PostgreSQL " + version + " is published for " + platform + ".");
        this.version = version;
        this.platform = platform;
    }

    public PostgresVersion version() {
        return version;
    }

    public String platform() {
        return platform;
    }
}
