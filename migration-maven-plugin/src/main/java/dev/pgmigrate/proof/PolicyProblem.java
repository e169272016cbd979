package dev.pgmigrate.proof;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.ServerError;

/**
 * A command on a table with row-level security that fails for a role, whatever rows there are.
 *
 * @param table the table
 * @param role the role that tried
 * @param command {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param error why it fails
 */
public record PolicyProblem(QualifiedName table, String role, String command, ServerError error) {}
