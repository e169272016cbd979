/** The differences between two databases: their snapshots compared, without excluded objects. */
@NullMarked
package dev.pgmigrate.drift;

import org.jspecify.annotations.NullMarked;
