/**
 * Where two databases part: their snapshots compared, without what is nobody's business here.
 */
@NullMarked
package dev.pgmigrate.drift;

import org.jspecify.annotations.NullMarked;
