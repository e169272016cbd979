package dev.pgmigrate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.truth.CorpusFolder;
import dev.pgmigrate.truth.KnownMisses;
import dev.pgmigrate.truth.LargerSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the verdicts on second runs with what was recorded when each file of public projects ran twice: {@code
 * second-run.tsv} in the folder of {@code -Dcorpus.dir}. The build looks at a few small ones; {@code -Dcorpus.folders=.*} at
 * all. Each disagreement stands below its reason in {@code proof-second-run.txt}, and each lock, rewrite or scan that is not as
 * predicted in {@code proof-locks.txt}.
 */
class ProofTruthTest {
    private static final Path RECORD =
            Path.of(System.getProperty("corpus.dir", "../../shared/corpus")).resolve("second-run.tsv");
    private static final Pattern CHOSEN =
            Pattern.compile(System.getProperty("corpus.folders", "0rderfl0w.*|Razikus.*|usebasejump.*"));
    private static final int POSTGRES = Integer.getInteger("truth.postgres", 18);

    private static final TestRows ROWS = TestRows.valueOf(System.getProperty("test.rows", "NONE"));

    @TempDir
    private Path temporary;

    private final Map<String, Map<String, String>> recorded = new TreeMap<>();
    private final List<String> disagreements = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private int agreeing;
    private int locks;

    @Test
    void secondRunsAreJudgedAsTheyWereRecorded() throws IOException {
        LargerSets.assumeThere(RECORD, "corpus.dir");
        for (String row : Files.readAllLines(RECORD).stream().skip(1).toList()) {
            String[] cells = row.split("\t", -1);
            recorded.computeIfAbsent(cells[0].replace("__", "/"), set -> new TreeMap<>())
                    .put(cells[1], cells[2]);
        }
        List<CorpusFolder> folders = CorpusFolder.all(
                CHOSEN.pattern(), temporary, (folder, file) -> of(folder).containsKey(file));
        try (DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(POSTGRES))) {
            for (CorpusFolder folder : folders) {
                judge(server, folder);
            }
        }
        System.out.printf("%d of %d second runs are judged as recorded%n", agreeing, agreeing + disagreements.size());
        System.out.printf("%d of %d locks, rewrites and scans are as predicted%n", locks - others.size(), locks);
        assertThat(agreeing).isPositive();
        assertAre("proof-second-run", disagreements);
        assertAre("proof-locks", others);
    }

    private static void assertAre(String law, List<String> found) throws IOException {
        KnownMisses.of(law)
                .within(file ->
                        CHOSEN.matcher(file.substring(0, file.lastIndexOf('/'))).matches())
                .assertAre(found);
    }

    private static String word(@Nullable LockMode mode) {
        return mode == null ? "none" : mode.name();
    }

    /** Locks for which no reader and no writer waits are not predicted. */
    private void compare(String folder, Migration migration, LockLine lock) {
        boolean strong = lock.mode().filter(LockMode::blocksWrites).isPresent()
                || lock.predicted().filter(LockMode::blocksWrites).isPresent();
        if (!strong) {
            return;
        }
        locks++;
        if (lock.isSurprising() || !lock.isWorkAsPredicted()) {
            String other = folder + "/" + migration.file().getFileName() + ":"
                    + migration.source().position(lock.statement().start()).line() + " " + lock.table() + " "
                    + word(lock.modeOrNull()) + (lock.rewrites() ? " rewritten" : "") + (lock.scans() ? " scanned" : "")
                    + ", predicted " + word(lock.predictedOrNull()) + " " + lock.predictedWork();
            others.add(other);
            System.out.println(
                    other + ": " + migration.source().text(lock.statement()).replaceAll("\\s+", " "));
        }
    }

    private Map<String, String> of(String folder) {
        return recorded.getOrDefault(folder, Map.of());
    }

    private void judge(DisposablePostgres server, CorpusFolder folder) {
        String name = "set_" + folder.name().replaceAll("\\W", "_");
        ConnectionTarget created = server.createDatabase(name);
        ConnectionTarget database = folder.searchPath().isEmpty()
                ? created
                : created.with("currentSchema", String.join(",", folder.searchPath()));
        List<Migration> migrations = folder.migrations().all();
        ProofPlan plan = new ProofPlan(
                folder.preludes(),
                migrations,
                migrations.stream().map(Migration::path).collect(Collectors.toSet()),
                Map.of(),
                List.of(),
                Runner.MIGRATE,
                folder.searchPath(),
                Duration.ofMinutes(5),
                TestRole.SUPERUSER,
                ROWS);
        Proof proof = new Prover(database).prove(plan, new ServerCopies(server, name, database));
        Set<String> left = new TreeSet<>(of(folder.name()).keySet());
        for (Proof.Passed passed : proof.passed()) {
            passed.proved().orElseThrow().locks().forEach(lock -> compare(folder.name(), passed.migration(), lock));
            SecondRun run = passed.proved().orElseThrow().secondRun();
            String file = passed.migration().file().getFileName().toString();
            left.remove(file);
            String expected = Objects.requireNonNull(of(folder.name()).get(file), file);
            if (run.word().equals(expected)) {
                agreeing++;
            } else {
                disagreements.add(folder.name() + "/" + file + " " + run.word() + ", recorded " + expected);
                System.out.println(folder.name() + "/" + file + " " + run);
            }
        }
        proof.failure().ifPresent(failure -> System.out.println(failure.file().path() + " " + failure.reason()));
        left.forEach(file -> disagreements.add(folder.name() + "/" + file + " not reached"));
    }
}
