/**
 * How every layer says that it cannot do what a user asked. No I/O, no imports of ours.
 */
@NullMarked
package dev.pgmigrate.failure;

import org.jspecify.annotations.NullMarked;
