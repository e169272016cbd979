/** Runs pending migrations on a server so that nothing is lost, or writes them as a script. */
@NullMarked
package dev.pgmigrate.apply.run;

import org.jspecify.annotations.NullMarked;
