/**
 * Starts new migrations: reads what a name says, follows the folder's way of naming, fills a template, writes the files.
 * The archetype runs these very classes, so nothing here may need more than the packages that it copies.
 */
@NullMarked
package dev.pgmigrate.scaffold;

import org.jspecify.annotations.NullMarked;
