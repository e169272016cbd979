/**
 * The schema that the files would make, statement by statement, read from the statements alone.
 */
@NullMarked
package dev.pgmigrate.replay;

import org.jspecify.annotations.NullMarked;
