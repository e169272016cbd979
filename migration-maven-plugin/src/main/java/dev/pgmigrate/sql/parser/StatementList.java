package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Lexer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a large text. Those that only bring rows are not kept: their trees take a dozen times their text, which is
 * read again, block by block, when one of them is asked for.
 */
final class StatementList extends AbstractList<Statement> implements RandomAccess {
    private final SourceText source;
    private final Object[] parts;

    /** How many statements stand before each part. */
    private final int[] firsts;

    private final int size;
    private volatile @Nullable Reading last;

    private StatementList(SourceText source, Object[] parts, int[] firsts, int size) {
        this.source = source;
        this.parts = parts;
        this.firsts = firsts;
        this.size = size;
    }

    /** Statements that are not kept, one behind the other in the text. */
    private record Block(int start, int end, int count) {}

    private record Reading(Block block, List<Statement> statements) {}

    @Override
    public int size() {
        return size;
    }

    @Override
    public Statement get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int part = partOf(index);
        return parts[part] instanceof Block block ? read(block).get(index - firsts[part]) : (Statement) parts[part];
    }

    /** Returns those that are kept, in order. */
    List<Statement> kept() {
        return Stream.of(parts)
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .toList();
    }

    /** Returns how many statements from {@code index} on are not kept; 0 where it is one that is. */
    int notKept(int index) {
        int part = partOf(index);
        return parts[part] instanceof Block block ? block.count - (index - firsts[part]) : 0;
    }

    private int partOf(int index) {
        int found = Arrays.binarySearch(firsts, index);
        return found >= 0 ? found : -found - 2;
    }

    private List<Statement> read(Block block) {
        Reading known = last;
        if (known == null || !known.block.equals(block)) {
            // A statement's range reaches to its semicolon, if there is one.
            boolean semicolon = source.startsWith(";", block.end);
            SourceRange range = new SourceRange(block.start, semicolon ? block.end + 1 : block.end);
            known = new Reading(
                    block, SqlParser.parse(source, Lexer.scan(source, range)).statements());
            last = known;
        }
        return known.statements;
    }

    /** Takes the statements in their order. */
    static final class Builder {
        private static final int MOST = 1_024;
        private static final int MOST_CHARACTERS = 1 << 18;

        private final List<Object> parts = new ArrayList<>();
        private int[] firsts = new int[16];
        private int size;
        private int start;
        private int end;
        private int count;

        /** Adds a statement that is kept. */
        void keep(Statement statement) {
            closeBlock();
            part(statement, 1);
        }

        /** Adds one that is read again when it is asked for. */
        void leave(Statement statement) {
            start = count == 0 ? statement.range().start() : start;
            end = statement.range().end();
            if (++count == MOST || end - start > MOST_CHARACTERS) {
                closeBlock();
            }
        }

        private void closeBlock() {
            if (count > 0) {
                part(new Block(start, end, count), count);
                count = 0;
            }
        }

        private void part(Object part, int statements) {
            if (parts.size() == firsts.length) {
                firsts = Arrays.copyOf(firsts, firsts.length * 2);
            }
            firsts[parts.size()] = size;
            parts.add(part);
            size += statements;
        }

        StatementList build(SourceText source) {
            closeBlock();
            return new StatementList(source, parts.toArray(), Arrays.copyOf(firsts, parts.size()), size);
        }
    }
}
