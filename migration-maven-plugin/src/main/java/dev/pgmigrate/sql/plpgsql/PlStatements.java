package dev.pgmigrate.sql.plpgsql;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Statements that run one after the other: a block's body, a branch, a loop. A type of its own, and compared by identity,
 * because a list would make {@code toString}, {@code equals} and {@code hashCode} of a block recurse as deep as the blocks nest.
 */
public final class PlStatements implements Iterable<PlStatement> {
    static final PlStatements NONE = new PlStatements(List.of());

    private final List<PlStatement> statements;

    PlStatements(List<PlStatement> statements) {
        this.statements = List.copyOf(statements);
    }

    public List<PlStatement> list() {
        return statements;
    }

    public Stream<PlStatement> stream() {
        return statements.stream();
    }

    public int size() {
        return statements.size();
    }

    public boolean isEmpty() {
        return statements.isEmpty();
    }

    @Override
    public Iterator<PlStatement> iterator() {
        return statements.iterator();
    }

    @Override
    public String toString() {
        return statements.size() == 1 ? "[1 statement]" : "[" + statements.size() + " statements]";
    }
}
