package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;

/**
 * One identifier.
 *
 * @param text the name as the server keeps it: folded to lower case, or what its quotes hold
 * @param range where it is written, quotes included
 */
public record Name(String text, SourceRange range) implements Node {
    @Override
    public String toString() {
        return text;
    }
}
