package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.EngineRule;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.replay.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lints and fixes random histories of SQL that is ours, and of the regression suite where {@code -Dconformance.dir} says where
 * it is: no rule fails, and the time is bounded by the length of the text. In the build the same few hundred;
 * {@code -Dfuzz.minutes=60} goes on that long with another seed, which is printed, and {@code -Dfuzz.seed=…} repeats it. What
 * fails is cut down and kept in {@code target/fuzz}.
 */
class HistoryFuzzTest {
    private static final int HISTORIES = 300;
    private static final Path OURS = Path.of("src/test/resources/dev/pgmigrate");

    /** What a history may take whatever its length, for a machine that does other things too. */
    private static final long MILLIS = 2_000;

    private static final long MILLIS_A_KILOBYTE = 1_000;

    /** So many times is what is too slow timed again; the fastest counts. */
    private static final int TIMES = 3;

    private static final int HANG_SECONDS = 60;
    private static final String HANGS = "does not end within " + HANG_SECONDS + " s";
    private static final String SLOW = "takes longer than its length allows";

    private static final List<Runner> RUNNERS = List.of(Runner.values());

    /** All rules, those too that a project has to ask for. */
    private static final Map<RuleId, Severity> ALL_ON = new LinkedHashMap<>();

    static {
        RuleCatalog.ALL.forEach(rule -> ALL_ON.put(rule.id(), Severity.WARNING));
    }

    @TempDir
    private Path project;

    private ExecutorService worker = worker();

    @Test
    void noHistoryBreaksTheRulesOrTheFixes() throws Exception {
        int minutes = Integer.getInteger("fuzz.minutes", 0);
        long seed = Long.getLong("fuzz.seed", minutes == 0 ? 1 : System.nanoTime());
        Random random = new Random(seed);
        RandomHistories histories = new RandomHistories(random, folders());
        Map<String, String> failures = new LinkedHashMap<>();
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        long count = 0;
        while (minutes == 0 ? count < HISTORIES : System.nanoTime() < end) {
            Case one = new Case(histories.next(), settings(random), random.nextInt(3) == 0);
            String failure = failure(one);
            if (!failure.isEmpty() && !failures.containsKey(failure)) {
                String kept = failure.equals(HANGS)
                        ? one.text()
                        : shrunk(one, failure).text();
                failures.put(failure, kept);
                keep(kept);
                if (minutes > 0) {
                    System.out.printf("seed %d, history %d: %s%n%s%n", seed, count, failure, kept);
                }
            }
            count++;
        }
        worker.shutdown();
        if (minutes > 0) {
            System.out.printf("%,d histories linted and fixed in %d min, seed %d%n", count, minutes, seed);
        }
        assertThat(failures).as("seed %d, %d histories", seed, count).isEmpty();
    }

    /** Its thread does not keep Java alive: what hangs cannot be stopped. */
    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static List<Path> folders() {
        return Stream.of(OURS, Path.of(System.getProperty("conformance.dir", "conformance")))
                .filter(Files::isDirectory)
                .toList();
    }

    private static LintSettings settings(Random random) {
        return SettingsBuilder.defaults()
                .rules(ALL_ON)
                .runner(RUNNERS.get(random.nextInt(RUNNERS.size())))
                .flavour(random.nextBoolean() ? Flavour.PLAIN : Flavour.SUPABASE)
                .target(new PostgresVersion(14 + random.nextInt(5)))
                .build();
    }

    /** A history, how it is judged, and whether it is fixed too, which takes longer. */
    private record Case(List<String> texts, LintSettings settings, boolean fixed) {
        String text() {
            StringBuilder all = new StringBuilder("-- runner: " + settings.runner() + ", flavour: " + settings.flavour()
                    + ", target: " + settings.target() + "\n");
            for (int i = 0; i < texts.size(); i++) {
                all.append("-- file: ")
                        .append(name(i))
                        .append('\n')
                        .append(texts.get(i))
                        .append('\n');
            }
            return all.toString();
        }

        int length() {
            return texts.stream().mapToInt(String::length).sum();
        }

        static String name(int file) {
            return "2025010%d000000_history.sql".formatted(file + 1);
        }
    }

    /** Returns how the linter or a fix fails on the history, or nothing. */
    private String failure(Case one) throws Exception {
        long limit = MILLIS + MILLIS_A_KILOBYTE * one.length() / 1_000;
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < TIMES && fastest > limit; i++) {
            long start = System.nanoTime();
            Future<String> run = worker.submit(() -> judge(one));
            try {
                String failure = run.get(HANG_SECONDS, TimeUnit.SECONDS);
                if (!failure.isEmpty()) {
                    return failure;
                }
            } catch (TimeoutException e) {
                worker.shutdown();
                worker = worker();
                return HANGS;
            } catch (ExecutionException e) {
                return String.valueOf(e.getCause());
            }
            fastest = Math.min(fastest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        return fastest <= limit ? "" : SLOW;
    }

    private String judge(Case one) throws IOException {
        Path folder = project.resolve("migrations");
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
        for (int i = 0; i < one.texts().size(); i++) {
            Files.writeString(folder.resolve(Case.name(i)), one.texts().get(i));
        }
        MigrationFolders folders = MigrationFolders.find(project, List.of(Path.of("migrations")), null);
        List<Finding> findings = new ArrayList<>(
                Linter.lint(Migrations.read(folders), one.settings(), RuleCatalog.ALL, AppliedVersions.UNKNOWN)
                        .findings());
        if (one.fixed()) {
            findings.addAll(Fix.run(new Fix.Request(
                            folders, one.settings(), null, false, LocalDateTime.of(2026, 1, 2, 3, 4, 5)))
                    .result()
                    .findings());
        }
        return failed(findings);
    }

    private static String failed(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(EngineRule.INTERNAL_ERROR.id()))
                .map(Finding::message)
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** Leaves out whatever can be left out while it still fails in the same way. */
    private Case shrunk(Case one, String failure) throws Exception {
        List<String> texts = new ArrayList<>(one.texts());
        for (int i = 0; i < texts.size(); i++) {
            for (int size = texts.get(i).length() / 2; size > 0; size /= 2) {
                for (int from = 0; from + size <= texts.get(i).length(); ) {
                    String text = texts.get(i);
                    texts.set(i, text.substring(0, from) + text.substring(from + size));
                    if (!failure(new Case(texts, one.settings(), one.fixed())).equals(failure)) {
                        texts.set(i, text);
                        from += size;
                    }
                }
            }
        }
        return new Case(texts, one.settings(), one.fixed());
    }

    private static void keep(String text) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "fuzz"));
        Files.writeString(folder.resolve("history-" + Integer.toHexString(text.hashCode()) + ".sql"), text);
    }
}
