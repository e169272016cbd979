package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a tree, which may be as deep as SQL makes it.
 *
 * <p>Goes by the components of the records, so that a new node needs nothing here.
 */
public final class Nodes {
    /** Levels that recursion is sure to have the stack for. */
    private static final int DEEP = 100;

    private Nodes() {}

    /** Returns {@code root} and every node below it, each before what is below it, in the order of the text. */
    public static Stream<Node> preOrder(Node root) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Walk(root), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Returns what {@link #preOrder} does, at once. */
    public static List<Node> all(Node root) {
        List<Node> nodes = new ArrayList<>(32);
        add(root, nodes, 0);
        return nodes;
    }

    /** By recursion, which is faster, as far down as trees go that people write. */
    private static void add(@Nullable Object part, List<Node> nodes, int depth) {
        if (part instanceof Node node) {
            if (depth > DEEP) {
                new Walk(node).forEachRemaining(nodes::add);
                return;
            }
            nodes.add(node);
            if (node instanceof Name || !(node instanceof Record)) {
                return;
            }
        } else if (part == null || !isLookedThrough(part)) {
            return;
        }
        if (part instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(list.get(i), nodes, depth + 1);
            }
        } else {
            Shape shape = Shape.of(part);
            for (int i = 0; i < shape.branches(); i++) {
                add(shape.branch(part, i), nodes, depth + 1);
            }
        }
    }

    /** Lists, and records that are no nodes, hold nodes. */
    private static boolean isLookedThrough(Object part) {
        return part instanceof List || (part instanceof Record && !(part instanceof SourceRange));
    }

    /** Returns the nodes of one type in {@code root}, itself included, in the order of the text. */
    public static <N extends Node> Stream<N> of(Class<N> type, Node root) {
        return preOrder(root).filter(type::isInstance).map(type::cast);
    }

    private static final class Walk implements Iterator<Node> {
        private final Deque<Node> next = new ArrayDeque<>();

        Walk(Node root) {
            next.push(root);
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty();
        }

        @Override
        public Node next() {
            Node node = next.poll();
            if (node == null) {
                throw new NoSuchElementException();
            }
            if (node instanceof Record) {
                pushBelow(node);
            }
            return node;
        }

        /** Pushes the nearest nodes below; lists and records that are no nodes are looked through. */
        private void pushBelow(Object composite) {
            if (composite instanceof List<?> list) {
                for (int i = list.size() - 1; i >= 0; i--) {
                    push(list.get(i));
                }
            } else if (!(composite instanceof Name)) { // half of all nodes, and nothing is below them
                Shape shape = Shape.of(composite);
                for (int i = shape.branches() - 1; i >= 0; i--) {
                    push(shape.branch(composite, i));
                }
            }
        }

        private void push(@Nullable Object part) {
            if (part instanceof Node node) {
                next.push(node);
            } else if (part != null && isLookedThrough(part)) {
                pushBelow(part);
            }
        }
    }
}
