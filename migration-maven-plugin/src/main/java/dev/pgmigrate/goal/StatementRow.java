package dev.pgmigrate.goal;

/**
 * When a statement of a migration ran, as reports write it.
 *
 * @param statement the statement as written
 * @param line the line that it begins in
 * @param start how many milliseconds after the first one it began
 * @param millis how many milliseconds it ran
 */
public record StatementRow(String statement, int line, double start, double millis) {}
