/** What is wrong with a schema that works: indexes, keys, sequences, and the space that they take. */
@NullMarked
package dev.pgmigrate.health;

import org.jspecify.annotations.NullMarked;
