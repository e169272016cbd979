/**
 * The effects of a statement on tables in use: which locks it takes, and whether it scans or rewrites them. The facts are
 * data in the resources beside this package, and tests compare them with real servers.
 */
@NullMarked
package dev.pgmigrate.effect;

import org.jspecify.annotations.NullMarked;
