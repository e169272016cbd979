package dev.pgmigrate.replay;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** An immutable set of names whose copy with one more, or one less, shares all else with it ({@link PersistentMap}). */
final class PersistentSet extends AbstractSet<String> {
    private static final PersistentSet EMPTY = new PersistentSet(PersistentMap.empty(), 0);

    /** A name that was taken out stays as one that is false. */
    private final PersistentMap<Boolean> names;

    private final int size;

    private PersistentSet(PersistentMap<Boolean> names, int size) {
        this.names = names;
        this.size = size;
    }

    static PersistentSet of(Set<String> names) {
        return names instanceof PersistentSet set ? set : EMPTY.with(names);
    }

    PersistentSet with(Collection<String> added) {
        return changed(added, true);
    }

    PersistentSet without(Collection<String> removed) {
        return changed(removed, false);
    }

    private PersistentSet changed(Collection<String> given, boolean there) {
        PersistentMap<Boolean> changed = names;
        int count = size;
        for (String name : given) {
            if (Boolean.TRUE.equals(changed.get(name)) != there) {
                changed = changed.with(name, there);
                count += there ? 1 : -1;
            }
        }
        return new PersistentSet(changed, count);
    }

    @Override
    public boolean contains(Object name) {
        return name instanceof String text && Boolean.TRUE.equals(names.get(text));
    }

    @Override
    public Iterator<String> iterator() {
        List<String> all = new ArrayList<>(size);
        names.forEach((name, there) -> {
            if (there) {
                all.add(name);
            }
        });
        return Collections.unmodifiableList(all).iterator();
    }

    @Override
    public int size() {
        return size;
    }
}
