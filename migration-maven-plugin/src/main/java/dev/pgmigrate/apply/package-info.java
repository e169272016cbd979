/** The basis of applying migrations: its settings, and how the statements of a file are sent to a server. */
@NullMarked
package dev.pgmigrate.apply;

import org.jspecify.annotations.NullMarked;
