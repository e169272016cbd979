/** Turns files into ordered migrations: names, versions, checksums, directives, transaction modes and rollbacks. */
@NullMarked
package dev.pgmigrate.migration;

import org.jspecify.annotations.NullMarked;
