package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.truth.LargerSets;
import dev.pgmigrate.truth.LawFiles;
import dev.pgmigrate.truth.OwnHistories;
import dev.pgmigrate.truth.ReusedDatabase;
import dev.pgmigrate.truth.SuiteShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's own regression suite ({@code -Dconformance.dir}), or what the project itself holds, on a server of its own,
 * since it makes roles and changes settings, which belong to a whole server.
 */
public final class RegressionSuite implements AutoCloseable {
    private static final Path FOLDER =
            Path.of(System.getProperty("conformance.dir", "conformance")).resolve("regress");
    private static final int VERSION = Integer.getInteger("suite.postgres", 18);
    private static final String SETUP = "test_setup.sql";
    private static final String TEMPLATE = "suite";

    /** They change nothing that a rule looks at, and most of the suite are such. */
    private static final Set<StatementKind> LOOKING =
            Set.of(StatementKind.SELECT, StatementKind.EXPLAIN, StatementKind.COPY, StatementKind.VACUUM);

    /** A database with a subscription stays until the server ends (manual, DROP DATABASE). */
    private static final String IN_USE = "55006";

    private final DisposablePostgres server;
    private final List<Path> files;
    private final List<String> setup;
    private final @Nullable ReusedDatabase own;
    private int databases;

    private RegressionSuite(
            DisposablePostgres server, List<Path> files, List<String> setup, @Nullable ReusedDatabase own) {
        this.server = server;
        this.files = files;
        this.setup = setup;
        this.own = own;
    }

    /** Skips the test where there is no suite. */
    public static void assumeThere() {
        LargerSets.assumeThere(FOLDER, "conformance.dir");
    }

    /**
     * Starts a server for the suite, of version 18, whose suite it is, or of {@code -Dsuite.postgres=14}; the test is skipped
     * where there is no suite.
     */
    public static RegressionSuite start() throws IOException {
        return start(LawFiles::isChosen);
    }

    /** Starts a server for the files of a law. */
    public static RegressionSuite start(SuiteShare share) throws IOException {
        return start(share::holds);
    }

    private static RegressionSuite start(Predicate<String> chosen) throws IOException {
        assumeThere();
        SourceText source = SourceText.of(Files.readString(FOLDER.resolve(SETUP), UTF_8));
        DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(VERSION));
        try (ServerConnection connection = impatient(server.createDatabase(TEMPLATE))) {
            return new RegressionSuite(
                    server,
                    sqlFiles(FOLDER, chosen),
                    changes(source).stream()
                            .map(statement -> source.text(statement.range()))
                            .filter(sql -> error(connection, sql).isEmpty())
                            .toList(),
                    null);
        }
    }

    /**
     * Starts a server of version 18 for the histories that the project holds.
     *
     * @param folder where they are written, a file each
     * @param share which of them a law judges
     */
    public static RegressionSuite ofOwnHistories(Path folder, SuiteShare share) throws IOException {
        for (OwnHistories.Text history : OwnHistories.texts()) {
            if (share.holds(history.name())) {
                Files.writeString(folder.resolve(history.name()), history.sql(), UTF_8);
            }
        }
        DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(18));
        return new RegressionSuite(server, sqlFiles(folder, file -> true), List.of(), new ReusedDatabase(server));
    }

    /** Returns the files, in an order that is always the same. */
    public List<Path> files() {
        return files;
    }

    private static List<Path> sqlFiles(Path folder, Predicate<String> chosen) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> chosen.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** Returns a session in a database that holds nothing but what the suite makes before {@code file}. */
    public ServerConnection prepare(Path file) {
        if (own != null) {
            // What the project holds always ends, however slow the machine is.
            ServerConnection connection = own.open();
            ReusedDatabase.clear(connection);
            return connection;
        }
        if (databases > 0) {
            drop("suite_" + databases);
        }
        String template = file.endsWith(SETUP) ? "template0" : TEMPLATE;
        return impatient(server.createDatabase("suite_" + ++databases, template));
    }

    /** Returns a second session in the database of the last file that was prepared. */
    public ServerConnection observer() {
        return own != null ? own.open() : impatient(server.target("suite_" + databases));
    }

    /** Returns what has run before {@code file}, without what a server refuses that lacks the suite's own library. */
    public List<String> setup(Path file) {
        return own != null || file.endsWith(SETUP) ? List.of() : setup;
    }

    /** Some of the suite never ends by itself. */
    private static ServerConnection impatient(ConnectionTarget target) {
        ServerConnection connection = ServerConnection.open(target);
        connection.execute("SET statement_timeout = '20s'");
        return connection;
    }

    /** The server is in memory, so what a file made goes when the next one comes. */
    private void drop(String database) {
        try {
            server.dropDatabase(database);
        } catch (ServerException e) {
            if (!e.error().sqlState().equals(IN_USE)) {
                throw e;
            }
        }
    }

    /** Returns the statements of {@code source} that change something. */
    public static List<Statement> changes(SourceText source) {
        return SqlParser.parse(source).statements().stream()
                .filter(statement -> !LOOKING.contains(statement.kind()))
                .toList();
    }

    /** Runs {@code sql}; returns the SQLSTATE, or an empty text where it succeeds. */
    public static String error(ServerConnection connection, String sql) {
        try {
            connection.execute(sql);
            return "";
        } catch (ServerException e) {
            return e.error().sqlState();
        }
    }

    /** Some of the suite ends its own session. */
    public static boolean isOver(ServerConnection connection) {
        try {
            return connection.jdbc().isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
