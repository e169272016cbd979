package dev.pgmigrate.server;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.SqlState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
 * <p>A new database costs some 30 ms, a used one that is empty again a few: take one for each test. Roles and tablespaces
 * belong to the whole server: give them names of your own. The binaries are in {@code target/postgres}; the build puts them there before the tests.
 */
public final class TestPostgres {
    private static final Path BINARIES = Path.of(System.getProperty("postgres.dir", "target/postgres"));
    /** Runs every test on one version, whichever it names; those about another version's features fail then. */
    private static final @Nullable Integer ONLY = Integer.getInteger("postgres.only");

    private static final Map<Integer, TestPostgres> RUNNING = new ConcurrentHashMap<>();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String OBJECT_IN_USE = "55006";
    private static final int MOST_ATTEMPTS = 10;

    private final DisposablePostgres server;
    private final Queue<ServerConnection> used = new ConcurrentLinkedQueue<>();

    private final long firstTransaction;

    private TestPostgres(DisposablePostgres server) {
        this.server = server;
        try (ServerConnection connection = ServerConnection.open(newDatabase())) {
            firstTransaction = connection
                    .queryOne("SELECT pg_catalog.pg_current_xact_id()::text::bigint", row -> row.getLong(1))
                    .orElseThrow();
        }
    }

    /** Returns the server of {@code major}, started where it does not run yet. */
    public static TestPostgres of(int major) {
        return RUNNING.computeIfAbsent(
                Objects.requireNonNullElse(ONLY, major),
                key -> new TestPostgres(DisposablePostgres.startOnDisk(binaries(key))));
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

    /**
     * Runs SQL that changes roles, as one transaction. Roles belong to the whole server, which refuses to change one twice at
     * the same time; what a test's own files do to them is not known here.
     */
    public static synchronized void changeRoles(ServerConnection connection, String sql) {
        for (int attempt = 1; ; attempt++) {
            try {
                connection.execute(sql);
                return;
            } catch (ServerException e) {
                if (attempt == MOST_ATTEMPTS || !e.is(SqlState.INTERNAL_ERROR)) {
                    throw e;
                }
            }
        }
    }

    /** Connects to an empty database as superuser; once the connection is closed, the database is another test's. */
    public ServerConnection connect() {
        ServerConnection connection = reused();
        if (connection == null) {
            connection = ServerConnection.open(newDatabase());
        }
        used.add(connection);
        return connection;
    }

    /** Each database is three hundred files: the thousands of a run would take the disk longer than the tests. */
    private @Nullable ServerConnection reused() {
        ServerConnection oldest = used.poll();
        while (oldest != null && oldest.isClosed()) {
            ServerConnection connection = cleared(oldest.target());
            if (connection != null) {
                return connection;
            }
            drop(name(oldest.target()));
            oldest = used.poll();
        }
        if (oldest != null) {
            used.add(oldest);
        }
        return null;
    }

    /** Returns nothing where a test did to the database what cannot be taken back, or is still in it. */
    private @Nullable ServerConnection cleared(ConnectionTarget database) {
        ServerConnection connection = null;
        try {
            connection = ServerConnection.open(database);
            ClearedDatabase.clear(connection);
            if (ClearedDatabase.isEmpty(connection, firstTransaction)) {
                return connection;
            }
        } catch (ServerException e) {
            // What the test left behind does not let it be cleared: it is dropped instead.
        }
        if (connection != null) {
            connection.close();
        }
        return null;
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

    /** Returns the first transaction that a test can have had. */
    long firstTransaction() {
        return firstTransaction;
    }

    /** Returns the server itself. */
    public DisposablePostgres server() {
        return server;
    }

    @Override
    public String toString() {
        return "PostgreSQL " + version();
    }
}
