package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares and prints trees without recursion: what a record does by itself overflows the stack at a depth that SQL
 * reaches.
 *
 * <p>Works on the components of the records, so that a new node needs nothing here.
 */
final class Trees {
    private Trees() {}

    /** Equal trees have equal places, so the place is hash enough. */
    static int hash(Node node) {
        return node.getClass().hashCode() * 31 + node.range().hashCode();
    }

    static boolean equal(Node left, @Nullable Object right) {
        Deque<Object[]> open = new ArrayDeque<>();
        if (!push(open, left, right)) {
            return false;
        }
        while (!open.isEmpty()) {
            Object[] pair = open.pop();
            List<@Nullable Object> lefts = parts(pair[0]);
            List<@Nullable Object> rights = parts(pair[1]);
            if (lefts.size() != rights.size()) {
                return false;
            }
            for (int i = 0; i < lefts.size(); i++) {
                if (!push(open, lefts.get(i), rights.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Keeps a pair for later if it has parts; else compares it at once. */
    private static boolean push(Deque<Object[]> open, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null || left == right) {
            return left == right;
        }
        if (left instanceof List && right instanceof List) {
            open.push(new Object[] {left, right});
            return true;
        }
        if (left.getClass() != right.getClass()) {
            return false;
        }
        if (left instanceof Record && !(left instanceof SourceRange)) {
            open.push(new Object[] {left, right});
            return true;
        }
        return left.equals(right);
    }

    private static List<@Nullable Object> parts(Object composite) {
        return composite instanceof List<?> list ? Collections.unmodifiableList(list) : Shape.values(composite);
    }

    /** Prints a node as {@code FuncCall(name, arguments …)}: places, what is absent and what is false are left out. */
    static String print(Node root) {
        StringBuilder text = new StringBuilder();
        Deque<Object> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof Close close) {
                text.append(close.text);
            } else if (next instanceof Name || next instanceof ObjectName || !hasParts(next)) {
                separate(text).append(next);
            } else {
                separate(text)
                        .append(next instanceof List ? "[" : next.getClass().getSimpleName() + "(");
                open.push(next instanceof List ? Close.BRACKET : Close.PARENTHESIS);
                List<@Nullable Object> parts = parts(next);
                for (int i = parts.size() - 1; i >= 0; i--) {
                    Object part = parts.get(i);
                    if (part != null && !part.equals(false) && !(part instanceof SourceRange) && !isEmpty(part)) {
                        open.push(part);
                    }
                }
            }
        }
        return text.toString();
    }

    private static boolean hasParts(Object value) {
        return value instanceof List || value instanceof Record;
    }

    private static boolean isEmpty(Object value) {
        return value instanceof List<?> list && list.isEmpty();
    }

    private static StringBuilder separate(StringBuilder text) {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '(' && text.charAt(text.length() - 1) != '[') {
            text.append(", ");
        }
        return text;
    }

    /** What closes a bracket that was opened. */
    private enum Close {
        BRACKET("]"),
        PARENTHESIS(")");

        private final String text;

        Close(String text) {
            this.text = text;
        }
    }
}
