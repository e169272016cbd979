/** Templates of new migrations, and how their {@code ${holes}} are filled. Knows no other package of ours. */
@NullMarked
package dev.pgmigrate.template;

import org.jspecify.annotations.NullMarked;
