package dev.pgmigrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Parses damaged SQL. In the build a fixed few thousand texts; {@code -Dfuzz.minutes=10} goes on that long with another seed,
 * which is printed, and {@code -Dfuzz.seed=…} repeats it. What fails is cut down and kept in {@code target/fuzz}.
 */
class ParserFuzzTest {
    private static final int TEXTS = 3_000;
    private static final int MAX_LENGTH = 4_000;
    private static final long TOO_LONG_SECONDS = 20;

    @Test
    void noTextBreaksTheParser() throws Exception {
        int minutes = Integer.getInteger("fuzz.minutes", 0);
        long seed = Long.getLong("fuzz.seed", minutes == 0 ? 1 : System.nanoTime());
        List<String> seeds = seeds();
        assertThat(seeds).as("SQL to damage").hasSizeGreaterThan(3);
        Mutator mutator = new Mutator(new Random(seed), seeds, MAX_LENGTH);
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            return thread;
        });
        long count = 0;
        while (minutes == 0 ? count < TEXTS : System.nanoTime() < end) {
            String text = mutator.next();
            String failure = failure(worker, text);
            assertThat(failure).as("seed %d, text %d", seed, count).isEmpty();
            count++;
        }
        worker.shutdown();
        if (minutes > 0) {
            System.out.printf("%,d damaged texts parsed in %d min, seed %d%n", count, minutes, seed);
        }
    }

    /** Returns how the parser fails on {@code text}, or nothing. */
    private static String failure(ExecutorService worker, String text) throws Exception {
        Future<?> run = worker.submit(() -> ParserLaws.check(text));
        try {
            run.get(TOO_LONG_SECONDS, TimeUnit.SECONDS);
            return "";
        } catch (TimeoutException e) {
            return "does not end within " + TOO_LONG_SECONDS + " s: " + keep(text);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            String smaller = shrink(text, cause.getClass());
            return cause + " on " + keep(smaller) + ":\n" + smaller;
        }
    }

    /** Leaves out whatever can be left out while it still fails in the same way. */
    private static String shrink(String text, Class<?> failure) {
        String shrunk = text;
        for (int size = shrunk.length() / 2; size > 0; size /= 2) {
            for (int from = 0; from + size <= shrunk.length(); ) {
                String without = shrunk.substring(0, from) + shrunk.substring(from + size);
                if (fails(without, failure)) {
                    shrunk = without;
                } else {
                    from += size;
                }
            }
        }
        return shrunk;
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private static boolean fails(String text, Class<?> failure) {
        try {
            ParserLaws.check(text);
            return false;
        } catch (Throwable e) {
            return failure.isInstance(e);
        }
    }

    private static Path keep(String text) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "fuzz"));
        return Files.writeString(folder.resolve(Integer.toHexString(text.hashCode()) + ".sql"), text);
    }

    /** Our own SQL, and the two folders of other people's where they are there. */
    private static List<String> seeds() throws IOException {
        List<String> seeds = new ArrayList<>();
        for (String folder : List.of(
                "src/test/resources/dev/pgmigrate",
                System.getProperty("conformance.dir", ""),
                System.getProperty("corpus.dir", ""))) {
            if (!folder.isEmpty() && Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.walk(Path.of(folder))) {
                    files.filter(file -> file.toString().endsWith(".sql"))
                            .sorted()
                            .map(ParserFuzzTest::read)
                            .filter(text -> !text.isEmpty())
                            .forEach(seeds::add);
                }
            }
        }
        return seeds;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
