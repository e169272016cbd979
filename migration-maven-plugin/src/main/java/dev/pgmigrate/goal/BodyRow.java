package dev.pgmigrate.goal;

import dev.pgmigrate.sql.Position;
import org.jspecify.annotations.Nullable;

/**
 * A statement in the body of a function that cannot run, as reports write it.
 *
 * @param routine the function, {@code public.total(integer)}
 * @param sqlState the server's code
 * @param message the server's message
 * @param pathOrNull the file that the body is in, or null
 * @param positionOrNull where in that file, or null
 * @param mended whether a later migration has mended it
 */
public record BodyRow(
        String routine,
        String sqlState,
        String message,
        @Nullable String pathOrNull,
        @Nullable Position positionOrNull,
        boolean mended) {}
