package dev.pgmigrate.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.schema.SnapshotLaw.Verdict;
import dev.pgmigrate.truth.LawFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * The statements of PostgreSQL's suite that the build judges: two for each way in which a kind of statement changes a
 * catalog. {@code snapshot-law-sample.txt} names them, a file of the suite and its lines; {@code -Dlaw.files=.+} judges
 * every statement, and whether the sample still has all ways, and with {@code -Dapprove} writes the sample.
 */
final class LawSample {
    private static final Path FILE = Path.of("src/test/resources/dev/pgmigrate/schema/snapshot-law-sample.txt");
    private static final int EACH = 2;

    private final Map<String, Set<Integer>> lines = new TreeMap<>();

    private LawSample() {}

    static LawSample read() throws IOException {
        LawSample sample = new LawSample();
        for (String text : Files.readAllLines(FILE, UTF_8)) {
            List<String> words = List.of(text.split(" "));
            Set<Integer> numbers = new TreeSet<>();
            words.subList(1, words.size()).forEach(number -> numbers.add(Integer.valueOf(number)));
            sample.lines.put(words.get(0), numbers);
        }
        return sample;
    }

    /** Returns the lines of {@code file} whose statements are judged. */
    IntPredicate of(String file) {
        return LawFiles.areAll() ? lines.getOrDefault(file, Set.of())::contains : line -> true;
    }

    /** Returns whether a statement of {@code file} is judged. */
    boolean isFrom(String file) {
        return !LawFiles.areAll() || lines.containsKey(file);
    }

    /** Fails where the suite changes a catalog in a way that is not in the sample. */
    void assertIsWhole(List<Verdict> all) throws IOException {
        if (System.getProperty("approve") != null) {
            choose(all);
            Files.write(
                    FILE,
                    lines.entrySet().stream()
                            .map(file -> file.getKey()
                                    + String.join(
                                            "",
                                            file.getValue().stream()
                                                    .map(line -> " " + line)
                                                    .toList()))
                            .toList(),
                    UTF_8);
        }
        Set<String> ways = new TreeSet<>();
        all.forEach(verdict -> ways.addAll(verdict.ways()));
        all.stream()
                .filter(verdict -> lines.getOrDefault(verdict.file(), Set.of()).contains(verdict.line()))
                .forEach(verdict -> ways.removeAll(verdict.ways()));
        assertThat(ways)
                .as("not in " + FILE + "; run with -Dlaw.files=.+ -Dapprove to write it")
                .isEmpty();
    }

    /** Takes the statement with most of what is still wanted, until nothing is. */
    private void choose(List<Verdict> all) {
        lines.clear();
        Map<String, Integer> wanted = new HashMap<>();
        all.forEach(verdict -> verdict.ways().forEach(way -> wanted.merge(way, 1, (a, b) -> Math.min(EACH, a + b))));
        List<Verdict> rest = new ArrayList<>(all);
        rest.removeIf(verdict -> verdict.ways().isEmpty());
        rest.sort(Comparator.comparing(Verdict::file).thenComparing(Verdict::line));
        Set<Verdict> taken = new HashSet<>();
        while (!wanted.isEmpty()) {
            Verdict best = rest.stream()
                    .filter(verdict -> !taken.contains(verdict))
                    .max(Comparator.comparing((Verdict verdict) ->
                                    wantedOf(verdict, wanted).count())
                            .thenComparing(verdict -> lines.containsKey(verdict.file())))
                    .orElseThrow();
            taken.add(best);
            wantedOf(best, wanted)
                    .toList()
                    .forEach(way -> wanted.computeIfPresent(way, (key, n) -> n == 1 ? null : n - 1));
            lines.computeIfAbsent(best.file(), file -> new TreeSet<>()).add(best.line());
        }
    }

    private static Stream<String> wantedOf(Verdict verdict, Map<String, Integer> wanted) {
        return verdict.ways().stream().filter(wanted::containsKey);
    }
}
