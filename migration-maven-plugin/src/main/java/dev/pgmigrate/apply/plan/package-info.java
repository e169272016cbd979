/**
 * The files and the history side by side: what is to be applied, and what stands against it.
 */
@NullMarked
package dev.pgmigrate.apply.plan;

import org.jspecify.annotations.NullMarked;
