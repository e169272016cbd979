/**
 * The histories of other tools: what they say is applied, the files that their rows are about, and what has been adopted.
 * They are only ever read.
 */
@NullMarked
package dev.pgmigrate.apply.foreign;

import org.jspecify.annotations.NullMarked;
