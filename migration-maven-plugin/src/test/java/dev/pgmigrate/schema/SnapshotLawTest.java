package dev.pgmigrate.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RegressionSuite;
import dev.pgmigrate.schema.SnapshotLaw.Verdict;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.truth.LawFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of all catalogs say something else after a statement if and only if the snapshot does. What holds no definition,
 * and every statement that is an exception, is in {@code snapshot-law.txt} with its reason. The build judges a {@link
 * LawSample} of the suite; {@code -Dlaw.files=create_.*} judges every statement of some files, {@code -Dlaw.files=.+} of all.
 */
@Order(2)
class SnapshotLawTest {
    private static final int SERVERS = 2;
    private static final Path RESOURCES = Path.of("src/test/resources/dev/pgmigrate");

    private final LawExceptions exceptions = LawExceptions.read();
    private final LawSample sample = LawSample.read();

    SnapshotLawTest() throws IOException {}

    @Test
    void holdsOverTheRegressionSuite() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SERVERS);
        List<RegressionSuite> suites = new ArrayList<>();
        try {
            List<Callable<List<Verdict>>> shares = new ArrayList<>();
            for (int i = 0; i < SERVERS; i++) {
                int share = i;
                RegressionSuite suite = RegressionSuite.start();
                suites.add(suite);
                shares.add(() -> judge(suite, share));
            }
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<List<Verdict>> share : threads.invokeAll(shares)) {
                verdicts.addAll(share.get());
            }
            assertHolds("PostgreSQL's regression suite", verdicts);
            if (LawFiles.areWhole()) {
                sample.assertIsWhole(verdicts);
            }
        } finally {
            threads.shutdown();
            suites.forEach(RegressionSuite::close);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#majors")
    void holdsOverTheProjectsOwnStatements(int major) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        CatalogObserver.Template template = new CatalogObserver.Template();
        try (DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(major))) {
            for (Path file : ownFiles()) {
                String name = file.getFileName().toString();
                try (ServerConnection connection = ServerConnection.open(server.createDatabase(name))) {
                    verdicts.addAll(judge(connection, file, line -> true, template));
                }
            }
        }
        assertHolds("the project's own statements on " + major, verdicts);
    }

    private List<Verdict> judge(RegressionSuite suite, int share) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        CatalogObserver.Template template = new CatalogObserver.Template();
        List<Path> files = suite.files().stream()
                .filter(file -> !exceptions.files().contains(file.getFileName().toString()))
                .filter(file -> sample.isFrom(file.getFileName().toString()))
                .toList();
        for (int i = share; i < files.size(); i += SERVERS) {
            try (ServerConnection connection = suite.prepare(files.get(i))) {
                IntPredicate lines = sample.of(files.get(i).getFileName().toString());
                verdicts.addAll(judge(connection, files.get(i), lines, template));
            }
        }
        return verdicts;
    }

    private List<Verdict> judge(
            ServerConnection connection, Path file, IntPredicate lines, CatalogObserver.Template template)
            throws IOException {
        SourceText source = SourceText.of(Files.readString(file, UTF_8));
        return new SnapshotLaw(connection, exceptions, template)
                .judge(file.getFileName().toString(), source, lines);
    }

    /** One statement for each production of the grammar, one for each feature, and what the snapshot's own tests make. */
    private List<Path> ownFiles() throws IOException {
        try (Stream<Path> productions = Files.list(RESOURCES.resolve("sql/parser"));
                Stream<Path> own = Stream.of("sql/syntax-features.sql", "schema/everything.sql")
                        .map(RESOURCES::resolve)) {
            return Stream.concat(own, productions.sorted())
                    .filter(file ->
                            !exceptions.files().contains(file.getFileName().toString()))
                    .toList();
        }
    }

    private void assertHolds(String what, List<Verdict> verdicts) {
        Map<String, String> broken = new TreeMap<>();
        Set<String> files = new TreeSet<>();
        Set<String> places = new HashSet<>();
        for (Verdict verdict : verdicts) {
            files.add(verdict.file());
            places.add(verdict.place());
            if (verdict.isBroken()) {
                broken.put(verdict.place(), verdict.text());
            }
        }
        Set<String> known = exceptions.statements(files);
        known.removeIf(place -> LawFiles.areAll() && !places.contains(place));
        long changed =
                verdicts.stream().filter(verdict -> !verdict.rows().isEmpty()).count();
        System.out.printf(
                "Law of the snapshot over %s: %d statements of %d files judged, %d changed a definition, %d"
                        + " exceptions%n",
                what, verdicts.size(), files.size(), changed, broken.size());
        System.out.println("  not run: " + exceptions.files());
        broken.forEach((place, text) -> System.out.println("  " + place + ": " + exceptions.reason(place)));
        assertThat(verdicts).isNotEmpty();
        assertThat(changed).isPositive();
        assertThat(broken.keySet())
                .as(() -> broken.entrySet().stream()
                        .filter(entry -> !known.contains(entry.getKey()))
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("\n")))
                .isEqualTo(known);
    }
}
