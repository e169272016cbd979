package dev.pgmigrate.proof;

import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;

/**
 * When a statement of a migration ran.
 *
 * @param statement the statement, in the text of the file
 * @param start how long after the first one it began
 * @param took how long it ran
 */
public record StatementTime(SourceRange statement, Duration start, Duration took) {}
