/**
 * What a statement does to tables in use: which locks it takes, and whether it scans or rewrites. The facts are data in the
 * resources beside this package, and tests hold them against real servers.
 */
@NullMarked
package dev.pgmigrate.effect;

import org.jspecify.annotations.NullMarked;
