/**
 * What does not fit between files, history and database, and what would mend it.
 */
@NullMarked
package dev.pgmigrate.apply.repair;

import org.jspecify.annotations.NullMarked;
