/**
 * Servers in containers. They are loaded together with Testcontainers' library, where one is asked for.
 */
@NullMarked
package dev.pgmigrate.server.container;

import org.jspecify.annotations.NullMarked;
