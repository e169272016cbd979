/**
 * Starts new migrations: interprets their names, follows the folder's naming, fills a template and writes the files. The
 * archetype runs these same classes, so nothing here may need more than the packages that it copies.
 */
@NullMarked
package dev.pgmigrate.scaffold;

import org.jspecify.annotations.NullMarked;
