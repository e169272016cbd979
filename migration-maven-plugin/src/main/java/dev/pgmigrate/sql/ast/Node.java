package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;

/** A piece of a statement, and where it is written. */
public interface Node {
    SourceRange range();
}
