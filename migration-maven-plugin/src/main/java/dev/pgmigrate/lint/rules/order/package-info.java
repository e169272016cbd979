/** Rules about what is used before it is made, or made in an order that surprises. */
@NullMarked
package dev.pgmigrate.lint.rules.order;

import org.jspecify.annotations.NullMarked;
