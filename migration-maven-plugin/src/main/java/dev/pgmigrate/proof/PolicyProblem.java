package dev.pgmigrate.proof;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.ServerError;
import org.jspecify.annotations.Nullable;

/**
 * A command on a table with row-level security that fails for a role, whatever rows there are, or that gets through though no
 * policy means it.
 *
 * @param table the table
 * @param role the role that tried
 * @param command {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param errorOrNull why it fails, or null if it gets through
 */
public record PolicyProblem(
        QualifiedName table,
        String role,
        String command,
        @Nullable ServerError errorOrNull) {}
