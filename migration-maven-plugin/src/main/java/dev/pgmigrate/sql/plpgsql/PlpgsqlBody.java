package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The body of a function, a procedure or a {@code DO} in PL/pgSQL, parsed. */
public final class PlpgsqlBody {
    private final @Nullable PlBlock block;
    private final List<SyntaxError> errors;
    private final List<SourceRange> comments;

    PlpgsqlBody(@Nullable PlBlock block, List<SyntaxError> errors, List<SourceRange> comments) {
        this.block = block;
        this.errors = List.copyOf(errors);
        this.comments = List.copyOf(comments);
    }

    /** Returns the outermost block, without the statements that are wrong; empty where there is none. */
    public Optional<PlBlock> block() {
        return Optional.ofNullable(block);
    }

    /** Returns the statements between {@code BEGIN} and {@code EXCEPTION} or {@code END} of the outermost block. */
    public PlStatements statements() {
        return block == null ? PlStatements.NONE : block.statements();
    }

    /** Returns what is wrong, in order; empty for a body that the server takes. */
    public List<SyntaxError> errors() {
        return errors;
    }

    /** Returns where the comments stand; the file's own list knows the body as one string. */
    public List<SourceRange> comments() {
        return comments;
    }

    /** Returns all statements, each before those inside it, in the order of the text. */
    public Stream<PlStatement> walk() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Walk(block), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Returns all SQL statements, however deep, in the order of the text. Dynamic SQL is not among them. */
    public Stream<Statement> sql() {
        return walk().flatMap(statement -> statement.sql().stream());
    }

    /** A stack of its own, because bodies nest deeper than threads. */
    private static final class Walk implements Iterator<PlStatement> {
        private final Deque<PlStatement> next = new ArrayDeque<>();

        Walk(@Nullable PlBlock block) {
            if (block != null) {
                next.push(block);
            }
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty();
        }

        @Override
        public PlStatement next() {
            PlStatement statement = next.poll();
            if (statement == null) {
                throw new NoSuchElementException();
            }
            List<PlStatement> children = statement.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                next.push(children.get(i));
            }
            return statement;
        }
    }
}
