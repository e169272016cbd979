/** The bodies of functions: every statement in them is planned by a server, without running it. */
@NullMarked
package dev.pgmigrate.proof.body;

import org.jspecify.annotations.NullMarked;
