package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.PoolingException;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.server.ConnectException;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.Relay;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real PgBouncer, where one is installed (Debian's package {@code pgbouncer}, which {@code .ci/run} installs). */
class PoolingTest {
    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");
    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://127.0.0.1:(\\d+)/(.+)");

    @TempDir
    private Path base;

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void transactionPoolingIsRefusedForApplyingAndFineForReading(int poolSize) throws Exception {
        Folder folder = new Folder(base).with("001_a.sql", "CREATE TABLE a ();");
        try (Bouncer bouncer = new Bouncer("transaction", poolSize);
                ServerConnection worker = bouncer.connect()) {
            assertThat(new Planner(worker, HistoryTable.DEFAULT)
                            .plan(folder.read())
                            .pending())
                    .hasSize(1);
            assertThatThrownBy(() -> new Migrator(worker, MigratorSettings.defaults("test"), MigratorListener.NONE)
                            .apply(folder.read()))
                    .isInstanceOf(PoolingException.class)
                    .hasMessageContaining("session mode");
        }
    }

    @Test
    void sessionPoolingIsAccepted() throws Exception {
        Folder folder = new Folder(base).with("001_a.sql", "CREATE TABLE a ();");
        try (Bouncer bouncer = new Bouncer("session", 4);
                ServerConnection worker = bouncer.connect()) {
            assertThat(new Migrator(worker, MigratorSettings.defaults("test"), MigratorListener.NONE)
                            .apply(folder.read())
                            .applied())
                    .hasSize(1);
        }
    }

    /** A balancer sends each connection to one of two poolers, so that two connections may share no pool. */
    @ParameterizedTest
    @ValueSource(strings = {"", "server_round_robin = 1", "server_round_robin = 1\nmin_pool_size = 3"})
    void transactionPoolingIsRefusedBehindTwoPoolersAndABalancer(String setting) throws Exception {
        Folder folder = new Folder(base).with("001_a.sql", "CREATE TABLE a ();");
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        try (Bouncer one = new Bouncer(database, "transaction", 4, setting);
                Bouncer two = new Bouncer(database, "transaction", 4, setting);
                Relay balancer = balancer(one, two)) {
            one.connect().close();
            two.connect().close();
            for (int i = 0; i < 20; i++) {
                try (ServerConnection worker = ServerConnection.open(through(balancer, one))) {
                    assertThatThrownBy(
                                    () -> new Migrator(worker, MigratorSettings.defaults("test"), MigratorListener.NONE)
                                            .apply(folder.read()))
                            .as("the %s. time", i + 1)
                            .isInstanceOf(PoolingException.class);
                }
            }
        }
    }

    @Test
    void sessionPoolingIsAcceptedBehindTwoPoolersAndABalancer() throws Exception {
        Folder folder = new Folder(base).with("001_a.sql", "CREATE TABLE a ();");
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        try (Bouncer one = new Bouncer(database, "session", 20, "server_round_robin = 1");
                Bouncer two = new Bouncer(database, "session", 20, "server_round_robin = 1");
                Relay balancer = balancer(one, two)) {
            one.connect().close();
            two.connect().close();
            try (ServerConnection worker = ServerConnection.open(through(balancer, one))) {
                assertThat(new Migrator(worker, MigratorSettings.defaults("test"), MigratorListener.NONE)
                                .apply(folder.read())
                                .applied())
                        .hasSize(1);
            }
        }
    }

    @Test
    void aPoolOfOneSessionIsToldThatTwoAreNeeded() throws Exception {
        Folder folder = new Folder(base).with("001_a.sql", "CREATE TABLE a ();");
        try (Bouncer bouncer = new Bouncer(TestPostgres.of(18).newDatabase(), "session", 1, "query_wait_timeout = 1");
                ServerConnection worker = bouncer.connect()) {
            assertThatThrownBy(() -> new Migrator(worker, MigratorSettings.defaults("test"), MigratorListener.NONE)
                            .apply(folder.read()))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("two are needed");
        }
    }

    /** Sends each connection to one of two poolers, by chance. */
    private static Relay balancer(Bouncer one, Bouncer two) throws IOException {
        return new Relay(
                () -> ThreadLocalRandom.current().nextBoolean() ? one.port() : two.port(), (client, server) -> {
                    Relay.daemon(() -> copy(client, server));
                    Relay.daemon(() -> copy(server, client));
                });
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private static ConnectionTarget through(Relay balancer, Bouncer bouncer) {
        return new ConnectionTarget(
                bouncer.target.url().replace(":" + bouncer.port() + "/", ":" + balancer.port() + "/"),
                bouncer.target.user(),
                bouncer.target.passwordOrNull(),
                bouncer.target.parameters());
    }

    /** A PgBouncer before a database. */
    private static final class Bouncer implements AutoCloseable {
        private final Path folder;
        private final Process process;
        private final ConnectionTarget target;

        Bouncer(String mode, int poolSize) throws IOException {
            this(TestPostgres.of(18).newDatabase(), mode, poolSize, "");
        }

        Bouncer(ConnectionTarget database, String mode, int poolSize, String more) throws IOException {
            assumeTrue(Files.isExecutable(PROGRAM), "PgBouncer is not installed: its tests are skipped");
            Matcher address = ADDRESS.matcher(database.url());
            assertThat(address.matches()).isTrue();
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
                port = socket.getLocalPort();
            }
            folder = Files.createTempDirectory(Path.of("/tmp"), "bouncer-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path configuration = folder.resolve("pgbouncer.ini");
            Files.writeString(configuration, """
                        [databases]
                        * = host=127.0.0.1 port=%s user=postgres password=%s
                        [pgbouncer]
                        listen_addr = 127.0.0.1
                        listen_port = %d
                        unix_socket_dir =
                        auth_type = any
                        pool_mode = %s
                        default_pool_size = %d
                        %s
                        """.formatted(
                            address.group(1), database.passwordOrNull(), port, mode, poolSize, more));
            List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
            if ("root".equals(System.getProperty("user.name"))) {
                command.addAll(List.of("-u", "nobody"));
            }
            command.add(configuration.toString());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            target = new ConnectionTarget(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + address.group(2),
                    "postgres",
                    null,
                    Map.of("sslmode", "disable"));
        }

        int port() {
            return Integer.parseInt(target.url().replaceAll(".*:(\\d+)/.*", "$1"));
        }

        /** Connects as soon as the pooler listens. */
        ServerConnection connect() {
            while (true) {
                try {
                    return ServerConnection.open(target);
                } catch (ConnectException e) {
                    if (e.reason() != ConnectException.Reason.UNREACHABLE || !process.isAlive()) {
                        throw e;
                    }
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public void close() throws IOException {
            process.destroy();
            process.onExit().join();
            for (String file : List.of("pgbouncer.ini", "log")) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }
}
