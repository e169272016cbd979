package dev.pgmigrate.goal;

/**
 * A command that fails on a table with row-level security, or gets through though no policy means it, as reports write it.
 *
 * @param table the table
 * @param role who tried
 * @param command {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param sqlState the server's code; empty if the command gets through
 * @param message the server's message, or what gets through
 */
public record PolicyRow(String table, String role, String command, String sqlState, String message) {}
