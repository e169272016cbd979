package dev.pgmigrate.truth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Where a truth law is known not to hold, one place a line below the reason for it, which is a line that begins with
 * {@code #}. A new place and one that is mended both have to change the file; {@code -Dapprove} writes it, and leaves the
 * reasons of new places to the author.
 */
public final class KnownMisses {
    private static final Path FOLDER = Path.of("src/test/resources/dev/pgmigrate/truth");
    private static final String NO_REASON = "# ?";

    private final Path file;
    private final Map<String, Set<String>> byReason = new LinkedHashMap<>();
    private Predicate<String> judged = LawFiles::isChosen;

    private KnownMisses(Path file) {
        this.file = file;
    }

    /** Reads {@code <law>.txt}. */
    public static KnownMisses of(String law) throws IOException {
        KnownMisses misses = new KnownMisses(FOLDER.resolve(law + ".txt"));
        if (Files.exists(misses.file)) {
            String reason = NO_REASON;
            for (String line : Files.readAllLines(misses.file, UTF_8)) {
                if (line.startsWith("#")) {
                    reason = line;
                } else if (!line.isBlank()) {
                    misses.put(reason, line);
                }
            }
        }
        return misses;
    }

    private void put(String reason, String place) {
        byReason.computeIfAbsent(reason, key -> new TreeSet<>()).add(place);
    }

    /** Leaves out the places of files that {@code share} does not hold. */
    public KnownMisses within(SuiteShare share) {
        return within(share::holds);
    }

    /** Leaves out the places of files for which {@code judged} does not hold. */
    public KnownMisses within(Predicate<String> judged) {
        this.judged = judged;
        return this;
    }

    /** Fails unless {@code found} are those of the file, each with its reason. */
    public void assertAre(Collection<String> found) throws IOException {
        Set<String> known = new TreeSet<>();
        byReason.values().forEach(known::addAll);
        known.removeIf(place -> !judged.test(place.split("[: ]", 2)[0]));
        if (System.getProperty("approve") != null) {
            write(found, known);
            return;
        }
        assertThat(new TreeSet<>(found))
                .as(file + " holds these exactly; run with -Dapprove to write it")
                .isEqualTo(known);
        assertThat(byReason).as("places without a reason in " + file).doesNotContainKey(NO_REASON);
    }

    /**
     * Fails if {@code found} holds a place that the file does not. One that is not found may be mended, or was not asked:
     * PostgreSQL's suite is cut off where a statement takes a second, and which do depends on the machine.
     */
    public void assertAreAtMost(Collection<String> found) throws IOException {
        Set<String> known = new TreeSet<>();
        byReason.values().forEach(known::addAll);
        Set<String> others = new TreeSet<>(found);
        others.removeAll(known);
        if (System.getProperty("approve") != null) {
            others.addAll(known);
            write(others, known);
            return;
        }
        assertThat(others)
                .as("not in " + file + ": run with -Dapprove to add it")
                .isEmpty();
        assertThat(byReason).as("places without a reason in " + file).doesNotContainKey(NO_REASON);
    }

    private void write(Collection<String> found, Set<String> known) throws IOException {
        byReason.values().forEach(places -> places.removeIf(place -> known.contains(place) && !found.contains(place)));
        found.stream().filter(place -> !known.contains(place)).forEach(place -> put(NO_REASON, place));
        StringBuilder text = new StringBuilder();
        byReason.forEach((reason, places) -> {
            if (!places.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(reason).append('\n');
                places.forEach(place -> text.append(place).append('\n'));
            }
        });
        Files.createDirectories(FOLDER);
        Files.writeString(file, text, UTF_8);
    }
}
