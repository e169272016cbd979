/**
 * PostgreSQL's own words as values: names, lock modes, versions, error codes. No I/O, no imports of ours.
 */
@NullMarked
package dev.pgmigrate.postgres;

import org.jspecify.annotations.NullMarked;
