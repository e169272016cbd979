/**
 * Connections to a PostgreSQL server, and servers of our own that leave nothing behind.
 */
@NullMarked
package dev.pgmigrate.server;

import org.jspecify.annotations.NullMarked;
