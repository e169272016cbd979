package dev.pgmigrate.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The named parts of a table (columns, constraints, …): an immutable map that also remembers what was dropped, so that
 * a part never seen stays different from one that is gone.
 *
 * @param <T> what a part is
 */
public final class Members<T> {
    private static final Members<?> NONE = new Members<>(PersistentMap.empty(), 0, 0);

    private final PersistentMap<Part<T>> parts;
    private final int next;

    /** How many parts are there. */
    private final int size;

    /** The parts that are there in order, once somebody asked for them. */
    private volatile @Nullable List<T> all;

    private Members(PersistentMap<Part<T>> parts, int next, int size) {
        this.parts = parts;
        this.next = next;
        this.size = size;
    }

    /**
     * A part and its place among the others.
     *
     * @param value the part, or null where there is none
     * @param unsure whether there may be one all the same
     */
    private record Part<T>(@Nullable T value, int order, boolean unsure) {}

    @SuppressWarnings("unchecked")
    static <T> Members<T> none() {
        return (Members<T>) NONE;
    }

    public Optional<T> get(String name) {
        Part<T> part = parts.get(name);
        return part == null ? Optional.empty() : Optional.ofNullable(part.value);
    }

    /** Returns the parts that are there, in the order in which they came. */
    public List<T> all() {
        List<T> known = all;
        if (known == null) {
            known = inOrder();
            all = known;
        }
        return known;
    }

    private List<T> inOrder() {
        List<Part<T>> there = new ArrayList<>();
        parts.forEach((name, part) -> {
            if (part.value != null) {
                there.add(part);
            }
        });
        there.sort(Comparator.comparingInt(Part::order));
        List<T> ordered = new ArrayList<>(there.size());
        for (Part<T> part : there) {
            if (part.value != null) {
                ordered.add(part.value);
            }
        }
        return List.copyOf(ordered);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Returns whether none was ever there. */
    boolean isUntouched() {
        return parts.isEmpty();
    }

    /** Returns whether {@code name} is there; {@code complete} says that all parts were seen being made. */
    Presence presence(String name, boolean complete) {
        Part<T> part = parts.get(name);
        if (part != null && part.value != null) {
            return Presence.PRESENT;
        }
        boolean known = part == null ? complete : !part.unsure;
        return known ? Presence.ABSENT : Presence.UNKNOWN;
    }

    /** Says that there may be a part of that name, unless there is one. */
    Members<T> unsure(String name) {
        return get(name).isPresent() ? this : new Members<>(parts.with(name, new Part<>(null, next, true)), next, size);
    }

    /** Returns the names of which {@link #unsure} was said. */
    Set<String> unsure() {
        Set<String> names = new HashSet<>();
        parts.forEach((name, part) -> {
            if (part.unsure) {
                names.add(name);
            }
        });
        return names;
    }

    /** What comes back after a drop comes last. */
    Members<T> with(String name, T part) {
        Part<T> before = parts.get(name);
        return before != null && before.value != null
                ? new Members<>(parts.with(name, new Part<>(part, before.order, false)), next, size)
                : new Members<>(parts.with(name, new Part<>(part, next, false)), next + 1, size + 1);
    }

    Members<T> without(String name) {
        int rest = get(name).isPresent() ? size - 1 : size;
        return new Members<>(parts.with(name, new Part<>(null, next, false)), next, rest);
    }

    /** What is renamed keeps its place; what had the new name before is gone. */
    Members<T> renamed(String from, String to, T part) {
        Part<T> before = parts.get(from);
        int order = before == null ? next : before.order;
        Members<T> gone = without(from).without(to);
        return new Members<>(gone.parts.with(to, new Part<>(part, order, false)), next + 1, gone.size + 1);
    }
}
