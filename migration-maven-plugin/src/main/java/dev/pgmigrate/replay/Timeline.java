package dev.pgmigrate.replay;

import dev.pgmigrate.replay.ObjectKey.Space;
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
    private final Map<ObjectKey, List<State>> objects = new LinkedHashMap<>();
    private final Map<String, Set<ObjectKey>> links = new HashMap<>();

    /** In the order of time. */
    private final List<Note> notes = new ArrayList<>();

    private boolean temporary;
    private int now;
    private int changes;
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

    /** Returns how often something was noted; as long as it is the same, so is the schema. */
    int changes() {
        return changes;
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
        changes++;
        clouds = Arrays.copyOf(clouds, clouds.length + 1);
        clouds[clouds.length - 1] = now;
    }

    void put(ObjectKey key, SchemaObject object) {
        add(key, object);
    }

    void remove(ObjectKey key) {
        add(key, null);
    }

    /** Says that nothing is known any more of an object that was gone. */
    void forget(ObjectKey key) {
        if (presence(key, now).isAbsent()) {
            note(key, new State(now, null, false, true));
        }
    }

    private void add(ObjectKey key, @Nullable SchemaObject object) {
        // A whole definition does not depend on what was there; a change, and a view with triggers, keeps the doubts
        // about it.
        boolean whole = object == null
                || (object instanceof SchemaObject.View view
                        && view.triggers().isUntouched()
                        && view.rules().isUntouched())
                || object instanceof SchemaObject.Routine
                || !presence(key, now).isPresent();
        boolean doubtful = doubting || (!whole && !isCertain(key, now));
        note(key, new State(now, object, doubtful, false));
    }

    private void note(ObjectKey key, State state) {
        changes++;
        notes.add(new Note(state.time, key));
        temporary |= Schema.TEMPORARY.equals(key.schema());
        List<State> states = objects.computeIfAbsent(key, this::firstStates);
        State last = states.isEmpty() ? null : states.get(states.size() - 1);
        if (last != null && last.time == state.time) {
            states.set(states.size() - 1, state);
        } else {
            states.add(state);
        }
    }

    private List<State> firstStates(ObjectKey key) {
        if (key.space() == Space.OTHER) {
            link(Topics.kind(key.detail()), key);
        }
        return new ArrayList<>(2);
    }

    /** Makes everything again what it was at {@code time}, as {@code ROLLBACK} does. */
    void takeBack(int time) {
        for (Map.Entry<ObjectKey, List<State>> entry : objects.entrySet()) {
            List<State> states = entry.getValue();
            if (states.get(states.size() - 1).time > time) {
                ObjectKey key = entry.getKey();
                boolean forgotten = presence(key, time) == Presence.UNKNOWN;
                note(key, new State(now, get(key, time), !isCertain(key, time), forgotten));
            }
        }
    }

    /** Returns whether there has ever been a temporary object. */
    boolean hasTemporary() {
        return temporary || (parent != null && parent.hasTemporary());
    }

    /** Returns whether what is known of an object is so on every server: no condition and no dynamic SQL had a part in it. */
    boolean isCertain(ObjectKey key, int time) {
        State state = state(key, time);
        if (state != null && state.doubtful) {
            return false;
        }
        int until = time;
        for (Timeline line = this; line != null; line = line.parent) {
            if (line.isClouded(state == null ? -1 : state.time, until)) {
                return false;
            }
            until = Math.min(until, line.forkedAt);
        }
        return true;
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
        State state = state(key, time);
        return state == null ? null : state.object;
    }

    Presence presence(ObjectKey key, int time) {
        State state = state(key, time);
        if (state == null || state.forgotten) {
            return Presence.UNKNOWN;
        }
        return state.object == null ? Presence.ABSENT : Presence.PRESENT;
    }

    /** Returns the objects of which something was noted after {@code from}, up to {@code until}. */
    Set<ObjectKey> notedBetween(int from, int until) {
        Set<ObjectKey> noted = new LinkedHashSet<>();
        if (parent != null && from < forkedAt) {
            noted.addAll(parent.notedBetween(from, Math.min(until, forkedAt)));
        }
        for (Note note : notes.subList(notedUntil(from), notedUntil(until))) {
            noted.add(note.key);
        }
        return noted;
    }

    /** Returns how many notes were made up to {@code time}. */
    private int notedUntil(int time) {
        int from = 0;
        int to = notes.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (notes.get(middle).time <= time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Returns whether an object was there at {@code from} and has not gone since, up to {@code until}. */
    boolean isThroughout(ObjectKey key, int from, int until) {
        int end = until;
        for (Timeline line = this; line != null; line = line.parent) {
            for (State state : line.objects.getOrDefault(key, List.of())) {
                if (state.time > from && state.time <= end && state.object == null) {
                    return false;
                }
            }
            end = Math.min(end, line.forkedAt);
        }
        return presence(key, from).isPresent();
    }

    /** Returns the last word about an object at {@code time}. */
    private @Nullable State state(ObjectKey key, int time) {
        int until = time;
        for (Timeline line = this; line != null; line = line.parent) {
            State state = last(line.objects.getOrDefault(key, List.of()), until);
            if (state != null) {
                return state;
            }
            until = Math.min(until, line.forkedAt);
        }
        return null;
    }

    private static @Nullable State last(List<State> states, int until) {
        int from = 0;
        int to = states.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (states.get(middle).time <= until) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0 ? null : states.get(from - 1);
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

    /** Says of which object something was noted, and when. */
    private record Note(int time, ObjectKey key) {}

    /**
     * What an object was from one moment on.
     *
     * @param object the object, or null where it is not there
     * @param doubtful whether a condition or dynamic SQL had a part in it
     * @param forgotten whether nothing is known of it again
     */
    private record State(int time, @Nullable SchemaObject object, boolean doubtful, boolean forgotten) {}
}
