package dev.pgmigrate.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every state that every object has had, by time, so that the schema before and after each statement is a look-up and
 * not a copy. A fork sees its parent as it was and keeps its own changes to itself.
 */
final class Timeline {
    private final @Nullable Timeline parent;
    private final int forkedAt;
    private final Map<ObjectKey, Versions> objects = new LinkedHashMap<>();
    private final Map<String, Set<ObjectKey>> links = new HashMap<>();
    private int now;
    private boolean doubting;
    private int[] clouds = new int[0];

    Timeline() {
        this(null, 0);
    }

    private Timeline(@Nullable Timeline parent, int forkedAt) {
        this.parent = parent;
        this.forkedAt = forkedAt;
        this.now = forkedAt;
    }

    Timeline fork() {
        return new Timeline(this, now);
    }

    int now() {
        return now;
    }

    /** Starts the next moment; what is put from here on is not seen at the earlier ones. */
    int tick() {
        return ++now;
    }

    /** Says whether what is put from here on is in doubt, and returns what was said before. */
    boolean doubt(boolean doubtful) {
        boolean before = doubting;
        doubting = doubtful;
        return before;
    }

    /** Notes that something ran now that may have changed anything, such as SQL that was made while it ran. */
    void cloud() {
        clouds = Arrays.copyOf(clouds, clouds.length + 1);
        clouds[clouds.length - 1] = now;
    }

    void put(ObjectKey key, SchemaObject object) {
        add(key, object);
    }

    void remove(ObjectKey key) {
        add(key, null);
    }

    private void add(ObjectKey key, @Nullable SchemaObject object) {
        // A whole definition does not depend on what was there; a change keeps the doubts about it.
        boolean whole = object == null
                || object instanceof SchemaObject.View
                || object instanceof SchemaObject.Routine
                || !presence(key, now).isPresent();
        boolean doubtful = doubting || (!whole && !isCertain(key, now));
        objects.computeIfAbsent(key, k -> new Versions()).add(now, object, doubtful);
    }

    /** Makes everything again what it was at {@code time}, as {@code ROLLBACK} does. */
    void takeBack(int time) {
        for (Map.Entry<ObjectKey, Versions> entry : objects.entrySet()) {
            Versions versions = entry.getValue();
            if (versions.isChangedAfter(time)) {
                ObjectKey key = entry.getKey();
                boolean doubtful = !isCertain(key, time);
                boolean known = presence(key, time) != Presence.UNKNOWN;
                SchemaObject before = get(key, time);
                versions.add(now, before, doubtful);
                versions.forgetLast(!known);
            }
        }
    }

    /** Returns whether what is known of an object is so on every server: no condition and no dynamic SQL had a part in it. */
    boolean isCertain(ObjectKey key, int time) {
        Versions versions = objects.get(key);
        int index = versions == null ? -1 : versions.indexAt(time);
        if (versions != null && index >= 0) {
            return !versions.isDoubtful(index) && !isClouded(versions.time(index), time);
        }
        return !isClouded(-1, time) && (parent == null || parent.isCertain(key, Math.min(time, forkedAt)));
    }

    private boolean isClouded(int after, int until) {
        for (int cloud : clouds) {
            if (cloud > after && cloud <= until) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    SchemaObject get(ObjectKey key, int time) {
        Versions versions = objects.get(key);
        if (versions != null) {
            int index = versions.indexAt(time);
            if (index >= 0) {
                return versions.object(index);
            }
        }
        return parent == null ? null : parent.get(key, Math.min(time, forkedAt));
    }

    Presence presence(ObjectKey key, int time) {
        Versions versions = objects.get(key);
        if (versions != null) {
            int index = versions.indexAt(time);
            if (index >= 0) {
                return versions.presence(index);
            }
        }
        return parent == null ? Presence.UNKNOWN : parent.presence(key, Math.min(time, forkedAt));
    }

    /** Returns the objects that are there at {@code time} and whose key passes, in the order in which they first came. */
    List<SchemaObject> all(Predicate<ObjectKey> keys, int time) {
        Set<ObjectKey> candidates = new LinkedHashSet<>();
        collect(keys, candidates);
        List<SchemaObject> found = new ArrayList<>();
        for (ObjectKey key : candidates) {
            SchemaObject object = get(key, time);
            if (object != null) {
                found.add(object);
            }
        }
        return Collections.unmodifiableList(found);
    }

    private void collect(Predicate<ObjectKey> keys, Set<ObjectKey> into) {
        if (parent != null) {
            parent.collect(keys, into);
        }
        for (ObjectKey key : objects.keySet()) {
            if (keys.test(key)) {
                into.add(key);
            }
        }
    }

    /** Remembers that {@code user} may refer to what {@code topic} names; a reader checks that it still does. */
    void link(String topic, ObjectKey user) {
        links.computeIfAbsent(topic, t -> new LinkedHashSet<>()).add(user);
    }

    Set<ObjectKey> linked(String topic) {
        Set<ObjectKey> own = links.getOrDefault(topic, Set.of());
        if (parent == null) {
            return own;
        }
        Set<ObjectKey> all = new LinkedHashSet<>(parent.linked(topic));
        all.addAll(own);
        return all;
    }

    /** The states of one object, oldest first. */
    private static final class Versions {
        private int[] times = new int[2];
        private @Nullable SchemaObject[] states = new SchemaObject[2];
        private boolean[] doubts = new boolean[2];
        private boolean[] unknown = new boolean[0];
        private int size;

        void add(int time, @Nullable SchemaObject state, boolean doubtful) {
            if (size > 0 && times[size - 1] == time) {
                states[size - 1] = state;
                return;
            }
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
                states = Arrays.copyOf(states, size * 2);
                doubts = Arrays.copyOf(doubts, size * 2);
            }
            times[size] = time;
            doubts[size] = doubtful;
            states[size++] = state;
        }

        boolean isChangedAfter(int time) {
            return size > 0 && times[size - 1] > time;
        }

        /** Says whether the last state is one of which nothing is known. */
        void forgetLast(boolean forgotten) {
            if (forgotten) {
                unknown = Arrays.copyOf(unknown, times.length);
                unknown[size - 1] = true;
            }
        }

        Presence presence(int index) {
            if (index < unknown.length && unknown[index]) {
                return Presence.UNKNOWN;
            }
            return states[index] == null ? Presence.ABSENT : Presence.PRESENT;
        }

        int time(int index) {
            return times[index];
        }

        boolean isDoubtful(int index) {
            return doubts[index];
        }

        int indexAt(int time) {
            int index = size - 1;
            while (index >= 0 && times[index] > time) {
                index--;
            }
            return index;
        }

        @Nullable
        SchemaObject object(int index) {
            return states[index];
        }
    }
}
