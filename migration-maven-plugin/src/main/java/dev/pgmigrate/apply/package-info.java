/**
 * Migrations and their history against one database: what is pending, and how it is applied so that nothing is lost.
 */
@NullMarked
package dev.pgmigrate.apply;

import org.jspecify.annotations.NullMarked;
