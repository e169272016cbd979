package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one type are made of, looked up once.
 *
 * <p>By reflection, so that a new node is one record and nothing else. Most components of most nodes are places, texts and
 * flags: a walk never reads them. Fields and no accessors, because a call by reflection or by a method handle makes the JVM
 * write a class for each of them.
 */
final class Shape {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private final Field[] all;
    private final Field[] branches;

    private Shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Field[] fields = new Field[components.length];
        Field[] holders = new Field[components.length];
        int held = 0;
        for (int i = 0; i < components.length; i++) {
            fields[i] = field(type, components[i]);
            if (mayHoldNodes(components[i].getType())) {
                holders[held++] = fields[i];
            }
        }
        all = fields;
        branches = Arrays.copyOf(holders, held);
    }

    private static Field field(Class<?> type, RecordComponent component) {
        try {
            Field field = type.getDeclaredField(component.getName());
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A record has a field for each component: " + component, e);
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
        Field[] fields = of(node).all;
        List<@Nullable Object> values = new ArrayList<>(fields.length);
        for (Field field : fields) {
            values.add(read(field, node));
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

    private static @Nullable Object read(Field field, Object node) {
        try {
            return field.get(node);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A node hides nothing: " + field, e);
        }
    }
}
