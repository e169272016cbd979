/** The contradictions between files, history and database, and their repairs. */
@NullMarked
package dev.pgmigrate.apply.repair;

import org.jspecify.annotations.NullMarked;
