/**
 * Real Maven builds against the plugin and the archetype as they would be released.
 */
package dev.pgmigrate.it;
