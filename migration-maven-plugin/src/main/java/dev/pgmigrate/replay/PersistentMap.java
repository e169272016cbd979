package dev.pgmigrate.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map whose copy with one entry more shares all else with it: a hash array mapped trie, five bits of the hash a
 * level. A table that gets its thousandth trigger costs no more than one that gets its first, and neither does the memory of
 * all its states.
 *
 * @param <V> what a name stands for
 */
final class PersistentMap<V> {
    private static final PersistentMap<?> EMPTY = new PersistentMap<>(new Object[0], 0);
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final int HASH_BITS = 32;

    /** Entries and subtries, packed; which places of the {@code 1 << BITS} they take is in {@link #used}. */
    private final Object[] children;

    private final int used;

    private PersistentMap(Object[] children, int used) {
        this.children = children;
        this.used = used;
    }

    /** The last level holds the entries whose hashes are the same, which no place tells apart. */
    private record Entry(
            int hash, String key, Object value, @Nullable Entry next) {}

    @SuppressWarnings("unchecked")
    static <V> PersistentMap<V> empty() {
        return (PersistentMap<V>) EMPTY;
    }

    boolean isEmpty() {
        return children.length == 0;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V get(String key) {
        int hash = spread(key);
        PersistentMap<?> node = this;
        for (int shift = 0; ; shift += BITS) {
            int bit = bit(hash, shift);
            if ((node.used & bit) == 0) {
                return null;
            }
            Object child = node.children[node.place(bit)];
            if (child instanceof PersistentMap<?> inner) {
                node = inner;
                continue;
            }
            for (Entry entry = (Entry) child; entry != null; entry = entry.next) {
                if (entry.key.equals(key)) {
                    return (V) entry.value;
                }
            }
            return null;
        }
    }

    PersistentMap<V> with(String key, V value) {
        return with(new Entry(spread(key), key, value, null), 0);
    }

    private PersistentMap<V> with(Entry added, int shift) {
        int bit = bit(added.hash, shift);
        int place = place(bit);
        if ((used & bit) == 0) {
            Object[] more = new Object[children.length + 1];
            System.arraycopy(children, 0, more, 0, place);
            more[place] = added;
            System.arraycopy(children, place, more, place + 1, children.length - place);
            return new PersistentMap<>(more, used | bit);
        }
        Object[] changed = Arrays.copyOf(children, children.length);
        changed[place] = joined(children[place], added, shift + BITS);
        return new PersistentMap<>(changed, used);
    }

    /** Returns this map with the entries of {@code others}, which count where both have one. */
    PersistentMap<V> with(PersistentMap<V> others) {
        List<PersistentMap<V>> joined = new ArrayList<>(List.of(this));
        others.forEach((key, value) -> joined.set(0, joined.get(0).with(key, value)));
        return joined.get(0);
    }

    private static Object joined(Object there, Entry added, int shift) {
        if (there instanceof PersistentMap<?> inner) {
            return inner.with(added, shift);
        }
        Entry entry = (Entry) there;
        if (entry.hash == added.hash) {
            return chained(entry, added);
        }
        return PersistentMap.<Object>empty().with(entry, shift).with(added, shift);
    }

    /** Returns the entries of one hash with {@code added} among them. */
    private static Entry chained(Entry entry, Entry added) {
        Entry chain = added;
        for (Entry other = entry; other != null; other = other.next) {
            if (!other.key.equals(added.key)) {
                chain = new Entry(other.hash, other.key, other.value, chain);
            }
        }
        return chain;
    }

    /** Hands over every entry, in no order. */
    @SuppressWarnings("unchecked")
    void forEach(BiConsumer<String, V> action) {
        for (Object child : children) {
            if (child instanceof PersistentMap<?> inner) {
                ((PersistentMap<V>) inner).forEach(action);
            } else {
                for (Entry entry = (Entry) child; entry != null; entry = entry.next) {
                    action.accept(entry.key, (V) entry.value);
                }
            }
        }
    }

    private int place(int bit) {
        return Integer.bitCount(used & (bit - 1));
    }

    private static int bit(int hash, int shift) {
        return 1 << (shift < HASH_BITS ? (hash >>> shift) & MASK : 0);
    }

    /** The hashes of short names differ in their lowest bits and hardly elsewhere. */
    private static int spread(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
