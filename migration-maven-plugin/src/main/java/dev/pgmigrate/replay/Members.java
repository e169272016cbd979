package dev.pgmigrate.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The named parts of a table (columns, constraints, …): an immutable map that also remembers what was dropped, so that
 * a part never seen stays different from one that is gone.
 *
 * @param <T> what a part is
 */
public final class Members<T> {
    private final Map<String, Optional<T>> parts;

    private Members(Map<String, Optional<T>> parts) {
        this.parts = parts;
    }

    static <T> Members<T> none() {
        return new Members<>(Map.of());
    }

    public Optional<T> get(String name) {
        return parts.getOrDefault(name, Optional.empty());
    }

    /** Returns the parts that are there, in the order in which they came. */
    public List<T> all() {
        List<T> all = new ArrayList<>(parts.size());
        for (Optional<T> part : parts.values()) {
            if (part.isPresent()) {
                all.add(part.get());
            }
        }
        return Collections.unmodifiableList(all);
    }

    public boolean isEmpty() {
        for (Optional<T> part : parts.values()) {
            if (part.isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether none was ever there. */
    boolean isUntouched() {
        return parts.isEmpty();
    }

    /** Returns whether {@code name} is there; {@code complete} says that all parts were seen being made. */
    Presence presence(String name, boolean complete) {
        if (get(name).isPresent()) {
            return Presence.PRESENT;
        }
        return complete || parts.containsKey(name) ? Presence.ABSENT : Presence.UNKNOWN;
    }

    Members<T> with(String name, T part) {
        Map<String, Optional<T>> copy = new LinkedHashMap<>(parts);
        if (get(name).isEmpty()) {
            // What comes back after a drop comes last.
            copy.remove(name);
        }
        copy.put(name, Optional.of(part));
        return new Members<>(copy);
    }

    Members<T> without(String name) {
        Map<String, Optional<T>> copy = new LinkedHashMap<>(parts);
        copy.put(name, Optional.empty());
        return new Members<>(copy);
    }

    Members<T> renamed(String from, String to, T part) {
        Map<String, Optional<T>> copy = new LinkedHashMap<>();
        boolean[] seen = {false};
        parts.forEach((name, old) -> {
            if (name.equals(from)) {
                copy.put(to, Optional.of(part));
                seen[0] = true;
            } else if (!name.equals(to)) {
                copy.put(name, old);
            }
        });
        if (!seen[0]) {
            copy.put(to, Optional.of(part));
        }
        copy.put(from, Optional.empty());
        return new Members<>(copy);
    }
}
