/**
 * The goals: thin Maven adapters over {@code dev.pgmigrate.goal}. The only package that sees Maven.
 */
@NullMarked
package dev.pgmigrate.plugin;

import org.jspecify.annotations.NullMarked;
