package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.server.ServerConnection;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a run, from the first migration to the last.
 *
 * @param worker sends the statements
 * @param lock is held by another connection
 * @param direction which way the migrations run
 * @param mirrorOrNull the table of the Supabase CLI, or null if there is none
 */
record RunResources(
        ServerConnection worker,
        AdvisoryLock lock,
        StatementWatch watch,
        MigratorSettings settings,
        MigratorListener listener,
        Direction direction,
        @Nullable SupabaseMirror mirrorOrNull) {}
