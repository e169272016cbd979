/** Rules about the files themselves: their names, versions, headers, size and rollbacks. */
@NullMarked
package dev.pgmigrate.lint.rules.files;

import org.jspecify.annotations.NullMarked;
