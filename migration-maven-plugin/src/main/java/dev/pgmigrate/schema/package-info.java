/**
 * What a database's catalogs say it holds, as values that can be compared with another database's.
 */
@NullMarked
package dev.pgmigrate.schema;

import org.jspecify.annotations.NullMarked;
