/**
 * Results as text: for people on a console, and for tools in files.
 */
@NullMarked
package dev.pgmigrate.report;

import org.jspecify.annotations.NullMarked;
