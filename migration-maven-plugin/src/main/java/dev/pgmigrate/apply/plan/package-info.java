/** The files compared with the history: what is to be applied, and the obstacles to it. */
@NullMarked
package dev.pgmigrate.apply.plan;

import org.jspecify.annotations.NullMarked;
