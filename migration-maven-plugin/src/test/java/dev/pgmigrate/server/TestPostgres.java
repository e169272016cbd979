package dev.pgmigrate.server;

import dev.pgmigrate.postgres.PostgresVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Real servers for tests: one a major version and test run, started at the first use, gone with the test process.
 *
 * <pre>{@code
 * try (ServerConnection connection = TestPostgres.of(18).connect()) {     // a fresh, empty database
 *     connection.execute("CREATE TABLE users (id bigint)");
 * }
 *
 * ConnectionTarget database = TestPostgres.of(14).newDatabase();          // for code that connects by itself
 *
 * @ParameterizedTest
 * @MethodSource("dev.pgmigrate.server.TestPostgres#all")                   // 14 and 18; 14 to 18 with -Pall-postgres
 * void worksOn(TestPostgres postgres) { … }
 * }</pre>
 *
 * <p>A database costs some 30 ms, so take a new one for each test. Roles and tablespaces belong to the whole server: give
 * them names of your own. The binaries are in {@code target/postgres}; the build puts them there before the tests.
 */
public final class TestPostgres {
    private static final Path BINARIES = Path.of(System.getProperty("postgres.dir", "target/postgres"));
    private static final Map<Integer, TestPostgres> RUNNING = new ConcurrentHashMap<>();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String OBJECT_IN_USE = "55006";

    private final DisposablePostgres server;
    private final Queue<Used> used = new ConcurrentLinkedQueue<>();

    private TestPostgres(DisposablePostgres server) {
        this.server = server;
    }

    /** Returns the server of {@code major}, started where it does not run yet. */
    public static TestPostgres of(int major) {
        return RUNNING.computeIfAbsent(major, key -> new TestPostgres(DisposablePostgres.startOnDisk(binaries(key))));
    }

    /** Returns the server of every major version whose binaries the build has fetched. */
    public static Stream<TestPostgres> all() {
        return majors().stream().map(TestPostgres::of);
    }

    /** Returns every major version whose binaries the build has fetched, oldest first. */
    public static List<Integer> majors() {
        try (Stream<Path> jars = Files.list(BINARIES)) {
            List<Integer> majors = jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> Integer.valueOf(name.replace(".jar", "")))
                    .sorted()
                    .toList();
            if (majors.isEmpty()) {
                throw new IllegalStateException("No PostgreSQL in " + BINARIES.toAbsolutePath());
            }
            return majors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the unpacked programs of {@code major}, for tests that start a server of their own. */
    public static PostgresBinaries binaries(int major) {
        return PostgresBinaries.unpack(jar(major));
    }

    /** Returns the jar that holds the programs of {@code major}. */
    public static Path jar(int major) {
        return BINARIES.resolve(major + ".jar");
    }

    /** Creates a database that nobody else uses. */
    public ConnectionTarget newDatabase() {
        return server.createDatabase("test_" + DATABASES.incrementAndGet());
    }

    /** Creates a copy of {@code template}, to which nobody may be connected. */
    public ConnectionTarget copyOf(ConnectionTarget template) {
        return server.createDatabase("test_" + DATABASES.incrementAndGet(), name(template));
    }

    /** Connects to a new database as superuser; once the connection is closed, the database goes. */
    public ServerConnection connect() {
        dropUsed();
        ConnectionTarget database = newDatabase();
        ServerConnection connection = ServerConnection.open(database);
        used.add(new Used(database, connection));
        return connection;
    }

    /** Each database is three hundred files: the thousands of a run would take the disk longer than the tests. */
    private void dropUsed() {
        Used oldest = used.poll();
        while (oldest != null && oldest.connection().isClosed()) {
            drop(name(oldest.target()));
            oldest = used.poll();
        }
        if (oldest != null) {
            used.add(oldest);
        }
    }

    /** A database with a subscription stays: the server refuses to drop it, and only from within it could that go. */
    private void drop(String database) {
        try {
            server.dropDatabase(database);
        } catch (ServerException e) {
            if (!e.is(OBJECT_IN_USE)) {
                throw e;
            }
        }
    }

    private static String name(ConnectionTarget database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    public PostgresVersion version() {
        return server.version();
    }

    /** Returns the server itself. */
    public DisposablePostgres server() {
        return server;
    }

    @Override
    public String toString() {
        return "PostgreSQL " + version();
    }

    private record Used(ConnectionTarget target, ServerConnection connection) {}
}
