/**
 * Applying: the statements of what is pending, sent to a server so that nothing is lost, or written as a script.
 */
@NullMarked
package dev.pgmigrate.apply.run;

import org.jspecify.annotations.NullMarked;
