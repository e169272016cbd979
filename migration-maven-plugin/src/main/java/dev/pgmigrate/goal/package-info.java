/** One class per goal: from a request to a result, without Maven. */
@NullMarked
package dev.pgmigrate.goal;

import org.jspecify.annotations.NullMarked;
