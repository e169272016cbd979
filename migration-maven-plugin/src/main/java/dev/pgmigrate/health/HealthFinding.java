package dev.pgmigrate.health;

import dev.pgmigrate.lint.Severity;

/**
 * Something that a check found in a database.
 *
 * @param check the check
 * @param severity its severity under the configuration
 * @param message one sentence about the object
 */
public record HealthFinding(HealthCheck check, Severity severity, String message) {}
