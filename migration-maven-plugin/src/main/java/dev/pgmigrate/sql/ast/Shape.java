package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one type are made of, looked up once.
 *
 * <p>By reflection, so that a new node is one record and nothing else. Most components of most nodes are places, texts and
 * flags: a walk never reads them.
 */
final class Shape {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private final Method[] all;
    private final Method[] branches;

    private Shape(Class<?> type) {
        List<Method> accessors = new ArrayList<>();
        List<Method> holders = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            accessors.add(accessor);
            if (mayHoldNodes(component.getType())) {
                holders.add(accessor);
            }
        }
        all = accessors.toArray(Method[]::new);
        branches = holders.toArray(Method[]::new);
    }

    private static boolean mayHoldNodes(Class<?> type) {
        return type != SourceRange.class
                && (Node.class.isAssignableFrom(type) || List.class == type || type.isRecord() || type.isInterface());
    }

    /** Returns the values of a record's components, in order. */
    static List<@Nullable Object> values(Object node) {
        return read(SHAPES.get(node.getClass()).all, node);
    }

    /** Returns the values of those components that are nodes or may hold some, in order. */
    static List<@Nullable Object> branches(Object node) {
        return read(SHAPES.get(node.getClass()).branches, node);
    }

    private static List<@Nullable Object> read(Method[] accessors, Object node) {
        if (accessors.length == 0) {
            return List.of();
        }
        List<@Nullable Object> values = new ArrayList<>(accessors.length);
        for (Method accessor : accessors) {
            try {
                values.add(accessor.invoke(node));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A node's accessor neither hides nor throws: " + accessor, e);
            }
        }
        return values;
    }
}
