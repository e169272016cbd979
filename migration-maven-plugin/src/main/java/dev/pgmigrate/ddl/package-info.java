/** The statements that make one schema into another, written from the objects of their snapshots. */
@NullMarked
package dev.pgmigrate.ddl;

import org.jspecify.annotations.NullMarked;
