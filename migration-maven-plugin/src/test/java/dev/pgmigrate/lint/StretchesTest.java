package dev.pgmigrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StretchesTest {
    /** A look at all of them says the same, only slower. */
    @Test
    void findsWhatALookAtAllOfThemFinds() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<SourceRange> all = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                int start = random.nextInt(20);
                SourceRange range = new SourceRange(start, start + random.nextInt(10));
                if (!all.contains(range)) {
                    all.add(range);
                }
            }
            Stretches<SourceRange> stretches = new Stretches<>(all, range -> range);
            for (int place = 0; place < 32; place++) {
                assertThat(stretches.around(place)).isEqualTo(around(all, place));
                assertThat(stretches.next(place)).isEqualTo(next(all, place));
            }
        }
    }

    private static List<SourceRange> around(List<SourceRange> all, int place) {
        return all.stream()
                .filter(range -> range.start() <= place && place <= range.end())
                .sorted(StretchesTest::outermostFirst)
                .toList();
    }

    private static @Nullable SourceRange next(List<SourceRange> all, int place) {
        return all.stream()
                .filter(range -> range.start() >= place)
                .min(StretchesTest::outermostFirst)
                .orElse(null);
    }

    private static int outermostFirst(SourceRange one, SourceRange other) {
        return one.start() == other.start()
                ? Integer.compare(other.end(), one.end())
                : Integer.compare(one.start(), other.start());
    }
}
