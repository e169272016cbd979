/**
 * What rolling back costs: the rows that would be lost, and what stays and depends on what would go.
 */
@NullMarked
package dev.pgmigrate.apply.rollback;

import org.jspecify.annotations.NullMarked;
