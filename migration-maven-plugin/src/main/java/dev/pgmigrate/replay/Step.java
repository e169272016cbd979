package dev.pgmigrate.replay;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import org.jspecify.annotations.Nullable;

/**
 * One statement of the replay with everything that is known as it runs.
 *
 * @param statement the statement
 * @param file the file that it stands in
 * @param index the number of its top-level statement in the file, from 0
 * @param place whether it stands in the file itself or in a body
 * @param outer the {@code DO} or {@code CREATE FUNCTION} whose body holds it; null in the file itself
 * @param before the schema that it meets
 * @param after the schema that it leaves
 * @param again the schema that it would meet if the whole file ran a second time, right after the first
 * @param transaction whether it runs inside a transaction
 * @param settings the settings in force
 * @param guard what stands around it
 * @param body what a {@code DO} or a function in PL/pgSQL does; null for every other statement
 */
public record Step(
        Statement statement,
        SqlFile file,
        int index,
        Place place,
        @Nullable Statement outer,
        Schema before,
        Schema after,
        Schema again,
        TransactionState transaction,
        Settings settings,
        Guard guard,
        @Nullable PlpgsqlBody body) {}
