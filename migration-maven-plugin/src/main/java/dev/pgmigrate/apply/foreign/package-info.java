/**
 * The histories of other tools: what they say is applied, the files that their rows are about, and what of it has been
 * taken over. They are only ever read.
 */
@NullMarked
package dev.pgmigrate.apply.foreign;

import org.jspecify.annotations.NullMarked;
