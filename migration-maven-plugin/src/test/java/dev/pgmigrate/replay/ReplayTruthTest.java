package dev.pgmigrate.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.rules.Fixture;
import dev.pgmigrate.lint.rules.RefusedStatements;
import dev.pgmigrate.lint.rules.RegressionSuite;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.truth.KnownMisses;
import dev.pgmigrate.truth.OwnHistories;
import dev.pgmigrate.truth.ReusedDatabase;
import dev.pgmigrate.truth.SuiteShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the replay is certain of is what the catalog of a real server holds, after each statement of what the project holds
 * and of PostgreSQL's regression suite. Prints the figures and each difference.
 */
@Tag("server")
@Order(1)
class ReplayTruthTest {
    /** Of a thousand statements that many may leave the replay with a difference. */
    private static final int WRONG = 1;

    private static final SuiteShare SHARE = SuiteShare.of("replay");
    private static final SuiteShare OWN_SHARE = SuiteShare.ofOwn("replay");

    /** On as many servers at a time, each of which always gets the same files. */
    private static final int AT_A_TIME = 2;

    @TempDir
    private Path temporary;

    /** The differences of one law, by where they are first seen. */
    private static final class Figures {
        private final Map<String, Integer> kinds = new TreeMap<>();
        private final Set<String> places = new TreeSet<>();
        private final Set<String> statements = new TreeSet<>();
        private final List<String> shown = new ArrayList<>();
        private int judged;

        synchronized void add(String file, int more, Map<Integer, List<Difference>> found) {
            judged += more;
            found.forEach((line, differences) -> differences.forEach(one -> {
                kinds.merge(one.kind(), 1, Integer::sum);
                statements.add(file + ":" + line);
                places.add(file + ":" + line + " " + one.kind());
                shown.add(file + ":" + line + " " + one);
            }));
        }

        void print(String what) {
            System.out.printf("replay of %s: %d statements, %d differ%n", what, judged, statements.size());
            kinds.forEach((kind, count) -> System.out.println("  " + count + " " + kind));
            shown.stream().sorted().forEach(line -> System.out.println("  differs " + line));
        }

        void assertFew(boolean whole) {
            if (whole) {
                assertThat(statements).hasSizeLessThanOrEqualTo(judged * WRONG / 1000);
            }
        }
    }

    @Test
    void schemaIsTheCatalogAfterEachStatementOfTheRegressionSuite() throws Exception {
        RegressionSuite.assumeThere();
        Figures figures = suiteFigures();
        figures.print("the regression suite");
        KnownMisses.of("replay-suite").within(SHARE).assertAre(figures.places);
        figures.assertFew(SHARE.isWhole());
    }

    private static Figures suiteFigures() throws Exception {
        Figures figures = new Figures();
        inParallel(IntStream.range(0, AT_A_TIME).boxed().toList(), share -> {
            try (RegressionSuite suite = RegressionSuite.start(SHARE)) {
                List<Path> files = suite.files();
                for (int i = share; i < files.size(); i += AT_A_TIME) {
                    judge(suite, files.get(i), figures);
                }
            }
        });
        return figures;
    }

    private static void judge(RegressionSuite suite, Path file, Figures figures) throws IOException {
        SourceText source = SourceText.of(Files.readString(file, UTF_8));
        try (ServerConnection connection = suite.prepare(file);
                ServerConnection observer = suite.observer()) {
            connection.execute("SET statement_timeout = '20s'");
            observer.execute("SET statement_timeout = 0");
            ReplayCourse course = new ReplayCourse(
                    connection,
                    new CatalogReader(connection),
                    new CatalogReader(observer),
                    new Replay(Runner.PSQL, List.of("public")));
            course.learn(suite.setup(file));
            Map<Integer, List<Difference>> found = course.run(source, RegressionSuite.changes(source), false);
            figures.add(file.getFileName().toString(), course.judged(), found);
        }
    }

    @Test
    void schemaIsTheCatalogAfterEachStatementOfOurHistories() throws Exception {
        Figures figures = ownFigures();
        figures.print("our histories");
        KnownMisses.of("replay").within(OWN_SHARE).assertAre(figures.places);
        figures.assertFew(OWN_SHARE.isWhole());
    }

    /** Those that say what the replay makes of each statement; a server refuses some of them, on purpose. */
    @Test
    void schemaIsTheCatalogAfterEachStatementOfTheHistoriesOfTheReplay() throws Exception {
        Figures figures = new Figures();
        for (Path history : ReplayHistoriesTest.histories().toList()) {
            String sql = ReplayHistoriesTest.withoutArrows(Files.readString(history, UTF_8));
            SqlFile file = SqlFile.of(history, history.getFileName().toString(), sql);
            Runner runner = ReplayHistoriesTest.runner(sql);
            for (int major : TestPostgres.majors()) {
                try (ServerConnection connection = TestPostgres.of(major).connect()) {
                    connection.execute("SET statement_timeout = '10s'");
                    ReplayCourse course = new ReplayCourse(
                            connection, new CatalogReader(connection), new Replay(runner, List.of("public")));
                    boolean wrapped = runner != Runner.PSQL;
                    Map<Integer, List<Difference>> found =
                            course.run(file.source(), file.script().statements(), wrapped);
                    figures.add(major + " " + file.path(), course.judged(), found);
                }
            }
        }
        figures.print("the histories of the replay");
        assertThat(figures.judged).isGreaterThan(500);
        assertThat(figures.places).isEmpty();
    }

    private Figures ownFigures() throws Exception {
        List<OwnHistories.Own> histories = OwnHistories.all().stream()
                .filter(own -> OWN_SHARE.holds(own.name()))
                .toList();
        assertThat(histories).hasSizeGreaterThan(OWN_SHARE.isWhole() ? 700 : 0);
        Figures figures = new Figures();
        inParallel(TestPostgres.majors(), major -> {
            try (OwnServer server = new OwnServer(major)) {
                for (int i = 0; i < histories.size(); i++) {
                    if (histories.get(i).history().runsOn(major)) {
                        server.judge(histories.get(i), temporary.resolve(major + "/" + i), figures);
                    }
                }
            }
        });
        return figures;
    }

    /** A server on which one history after the other runs, in the same session where none has ended it. */
    private static final class OwnServer implements AutoCloseable {
        private final DisposablePostgres server;
        private final ReusedDatabase database;
        private ServerConnection connection;
        private CatalogReader reader;

        OwnServer(int major) {
            server = DisposablePostgres.start(TestPostgres.binaries(major));
            database = new ReusedDatabase(server);
            connection = database.open();
            reader = new CatalogReader(connection);
        }

        void judge(OwnHistories.Own own, Path project, Figures figures) throws IOException {
            Fixture history = own.history();
            LintSettings settings = history.settings();
            ReusedDatabase.clear(session());
            if (history.flavour() == Flavour.SUPABASE) {
                RefusedStatements.prepare(connection);
            }
            ReplayCourse course =
                    new ReplayCourse(connection, reader, new Replay(settings.runner(), settings.searchPath()));
            for (Migration migration : history.migrations(project).all()) {
                boolean wrapped =
                        migration.transactionMode() == TransactionMode.TRANSACTION && settings.runner() != Runner.PSQL;
                int before = course.judged();
                Map<Integer, List<Difference>> found = course.run(
                        migration.sql().source(), migration.sql().script().statements(), wrapped);
                figures.add(own.name() + " " + migration.sql().path(), course.judged() - before, found);
                if (RegressionSuite.isOver(connection)) {
                    return; // the driver ends a session whose client_encoding changes
                }
                course.endSession();
            }
        }

        private ServerConnection session() {
            if (RegressionSuite.isOver(connection)) {
                connection = database.open();
                reader = new CatalogReader(connection);
            }
            return connection;
        }

        @Override
        public void close() {
            connection.close();
            server.close();
        }
    }

    /** What one of the servers does. */
    private interface Share {
        void run(int share) throws Exception;
    }

    private static void inParallel(List<Integer> all, Share work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        List<Callable<Void>> shares = new ArrayList<>();
        for (int share : all) {
            shares.add(() -> {
                work.run(share);
                return null;
            });
        }
        try {
            for (Future<Void> done : threads.invokeAll(shares)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
