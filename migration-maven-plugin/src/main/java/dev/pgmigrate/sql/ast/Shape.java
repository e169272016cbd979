package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one type are made of, looked up once.
 *
 * <p>By reflection, so that a new node is one record and nothing else. Most components of most nodes are places, texts and
 * flags: a walk never reads them. Method handles of one type, because a reflective call makes a class of each accessor.
 */
final class Shape {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private static final MethodType READER = MethodType.methodType(Object.class, Object.class);

    private final MethodHandle[] all;
    private final MethodHandle[] branches;

    private Shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        MethodHandle[] accessors = new MethodHandle[components.length];
        MethodHandle[] holders = new MethodHandle[components.length];
        int held = 0;
        for (int i = 0; i < components.length; i++) {
            accessors[i] = accessor(components[i]);
            if (mayHoldNodes(components[i].getType())) {
                holders[held++] = accessors[i];
            }
        }
        all = accessors;
        branches = Arrays.copyOf(holders, held);
    }

    private static MethodHandle accessor(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        try {
            return MethodHandles.lookup().unreflect(accessor).asType(READER);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A node's accessor hides nothing: " + accessor, e);
        }
    }

    private static boolean mayHoldNodes(Class<?> type) {
        return type != SourceRange.class
                && (Node.class.isAssignableFrom(type) || List.class == type || type.isRecord() || type.isInterface());
    }

    static Shape of(Object node) {
        return SHAPES.get(node.getClass());
    }

    /** Returns the values of a record's components, in order. */
    static List<@Nullable Object> values(Object node) {
        MethodHandle[] accessors = of(node).all;
        List<@Nullable Object> values = new ArrayList<>(accessors.length);
        for (MethodHandle accessor : accessors) {
            values.add(read(accessor, node));
        }
        return values;
    }

    /** Returns how many components are nodes or may hold some. */
    int branches() {
        return branches.length;
    }

    /** Returns the value of one of those in {@code node}. */
    @Nullable
    Object branch(Object node, int index) {
        return read(branches[index], node);
    }

    private static @Nullable Object read(MethodHandle accessor, Object node) {
        try {
            return (Object) accessor.invokeExact(node);
        } catch (Throwable e) {
            throw new IllegalStateException("A node's accessor throws nothing: " + accessor, e);
        }
    }
}
