package dev.pgmigrate.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersistentMapTest {
    /** What a copy holds more, the map that it comes from does not; keys with one hash are told apart. */
    @Test
    void holdsWhatAMapThatIsCopiedEachTimeHolds() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            PersistentMap<Integer> map = PersistentMap.empty();
            Map<String, Integer> same = new HashMap<>();
            for (int i = 0; i < 300; i++) {
                String key = key(random);
                PersistentMap<Integer> more = map.with(key, i);
                assertThat(map.get(key)).isEqualTo(same.get(key));
                same.put(key, i);
                map = more;
                assertThat(map.get(key)).isEqualTo(i);
            }
            assertThat(entries(map)).isEqualTo(same);
            PersistentMap<Integer> all = map;
            same.forEach((key, value) -> assertThat(all.get(key)).isEqualTo(value));
            assertThat(map.get("unseen")).isNull();
        }
    }

    /** {@code Aa} and {@code BB} have one hash, and so has whatever is put together from the same number of them. */
    private static String key(Random random) {
        StringBuilder key = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            key.append(random.nextBoolean() ? "Aa" : "BB");
        }
        return random.nextInt(3) == 0 ? key.append(random.nextInt(100)).toString() : key.toString();
    }

    @Test
    void ofTwoMapsTheOtherCounts() {
        PersistentMap<Integer> one = PersistentMap.<Integer>empty().with("a", 1).with("b", 2);
        PersistentMap<Integer> other =
                PersistentMap.<Integer>empty().with("b", 3).with("c", 4);

        assertThat(entries(one.with(other))).isEqualTo(Map.of("a", 1, "b", 3, "c", 4));
        assertThat(entries(one)).isEqualTo(Map.of("a", 1, "b", 2));
    }

    @Test
    void onlyTheFirstIsEmpty() {
        assertThat(PersistentMap.empty().isEmpty()).isTrue();
        assertThat(PersistentMap.<Integer>empty().with("a", 1).isEmpty()).isFalse();
    }

    private static Map<String, Integer> entries(PersistentMap<Integer> map) {
        Map<String, Integer> entries = new HashMap<>();
        map.forEach((key, value) -> assertThat(entries.put(key, value)).isNull());
        return entries;
    }
}
