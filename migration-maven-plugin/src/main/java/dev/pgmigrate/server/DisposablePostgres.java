package dev.pgmigrate.server;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.DisposablePostgresException.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL for its creator alone: with its own folder, its own port on the loopback address, and its own
 * password.
 *
 * <p>It is fast rather than durable, works for root and in a container, and is removed together with its folder when it
 * is closed or when this process ends in any way.
 */
public final class DisposablePostgres implements AutoCloseable {
    /** The role that {@link #giveToOwner} makes the owner of a database. */
    public static final String OWNER = "postgres";

    private static final String SUPERUSER = "postgres";
    private static final int PORT_TRIES = 10;

    /** The settings of superusers that hosted services let everybody's owner change. */
    private static final String SETTINGS_OF_OWNERS = "log_min_duration_statement, log_min_messages, log_statement,"
            + " session_replication_role, track_functions, track_io_timing";

    private static final int WITH_PARAMETER_RIGHTS = 15;

    private static final String COPY_THE_REST = """
        INSERT INTO pg_db_role_setting (setdatabase, setrole, setconfig)
            SELECT :copy, setrole, setconfig FROM pg_db_role_setting WHERE setdatabase = :original;
        UPDATE pg_database SET (datacl, datdba) = (SELECT o.datacl, o.datdba FROM pg_database o WHERE o.oid = :original)
            WHERE oid = :copy;
        INSERT INTO pg_shdescription (objoid, classoid, description)
            SELECT :copy, classoid, description FROM pg_shdescription
            WHERE objoid = :original AND classoid = 'pg_database'::regclass""";

    private final Watcher watcher;
    private final int port;
    private final String password;
    private final ServerConnection admin;
    private String superuser = SUPERUSER;

    private DisposablePostgres(Watcher watcher, int port, String password, ServerConnection admin) {
        this.watcher = watcher;
        this.port = port;
        this.password = password;
        this.admin = admin;
    }

    /**
     * Starts a server that is ready for connections.
     *
     * @throws DisposablePostgresException if it does not start, with its output
     */
    public static DisposablePostgres start(PostgresBinaries binaries) {
        return start(binaries, true);
    }

    /** Like {@link #start(PostgresBinaries)}, for a server with more data than fits into memory. */
    static DisposablePostgres startOnDisk(PostgresBinaries binaries) {
        return start(binaries, false);
    }

    private static DisposablePostgres start(PostgresBinaries binaries, boolean inMemory) {
        try {
            Path folder = DataFolders.create(inMemory);
            ServerAccount account = account(folder);
            Watcher watcher = Watcher.over(folder, account);
            try {
                return start(binaries, account, folder, watcher);
            } catch (RuntimeException | IOException e) {
                watcher.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DisposablePostgresException(
                    Step.START, "Cannot start a disposable PostgreSQL: " + e.getMessage() + ".", List.of(), e);
        }
    }

    private static ServerAccount account(Path folder) throws IOException {
        try {
            return ServerAccount.find(folder);
        } catch (DisposablePostgresException e) {
            PostgresBinaries.delete(folder);
            throw e;
        }
    }

    private static DisposablePostgres start(
            PostgresBinaries binaries, ServerAccount account, Path folder, Watcher watcher) throws IOException {
        if (account.root()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path data = Files.createDirectory(folder.resolve("data"));
        account.own(data);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        init(binaries, account, watcher, folder, password);
        for (int tries = 1; ; tries++) {
            int port = freePort();
            List<String> output = new ArrayList<>();
            ServerProcess process =
                    new ServerProcess(account.command(serverCommand(binaries, data, port)), folder, watcher, output);
            if (process.waitForLine("ready to accept connections")) {
                watcher.stops(process.process); // whatever it ran through before, it is the server now
                process.drain();
                ServerConnection admin = ServerConnection.open(target(port, password, SUPERUSER, SUPERUSER));
                return new DisposablePostgres(watcher, port, password, admin);
            }
            // Between our choosing a port and the server's binding it, another process may have taken it.
            boolean portTaken = output.stream().anyMatch(line -> line.contains("could not bind"));
            if (!portTaken || tries == PORT_TRIES) {
                throw new DisposablePostgresException(Step.START, "PostgreSQL did not start.", output, null);
            }
        }
    }

    private static void init(
            PostgresBinaries binaries, ServerAccount account, Watcher watcher, Path folder, String password)
            throws IOException {
        Path passwordFile = PostgresBinaries.isPosix()
                ? Files.createFile(
                        folder.resolve("password"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(folder.resolve("password"));
        Files.writeString(passwordFile, password);
        account.own(passwordFile);
        List<String> output = new ArrayList<>();
        ServerProcess initdb = new ServerProcess(
                account.command(List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + folder.resolve("data"),
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions")),
                folder,
                watcher,
                output);
        int exit = initdb.waitForEnd();
        Files.delete(passwordFile);
        if (exit != 0) {
            throw new DisposablePostgresException(
                    Step.INIT, "initdb failed with exit code " + exit + ".", output, null);
        }
    }

    private static List<String> serverCommand(PostgresBinaries binaries, Path data, int port) {
        List<String> command = new ArrayList<>();
        command.add(binaries.program("postgres").toString());
        command.addAll(List.of("-D", data.toString()));
        Map<String, String> settings = Map.ofEntries(
                Map.entry("autovacuum", "off"),
                Map.entry("checkpoint_timeout", "1h"),
                Map.entry(
                        "dynamic_shared_memory_type", "mmap"), // in the data folder, which is removed whatever happens
                Map.entry("fsync", "off"),
                Map.entry("full_page_writes", "off"),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("log_min_messages", "log"), // no ERROR and no WARNING: those concern the client
                Map.entry("max_connections", "100"),
                Map.entry("max_prepared_transactions", "5"),
                Map.entry("max_wal_size", "512MB"),
                Map.entry("port", Integer.toString(port)),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("synchronous_commit", "off"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("wal_level", "logical")); // else CREATE PUBLICATION warns
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** Creates an empty database and returns how to connect to it. */
    public ConnectionTarget createDatabase(String name) {
        return createDatabase(name, "template0");
    }

    /** Creates a copy of {@code template}, which must have no connections, and returns how to connect to it. */
    public synchronized ConnectionTarget createDatabase(String name, String template) {
        // From 15 on the default writes each page to the WAL, which takes twice as long where nothing is synced to
        // disk.
        String strategy = version().isAtLeast(15) ? " STRATEGY FILE_COPY" : "";
        admin.execute(
                "CREATE DATABASE " + Identifier.quote(name) + " TEMPLATE " + Identifier.quote(template) + strategy);
        return target(name);
    }

    /**
     * Creates a copy of {@code original} with what {@code CREATE DATABASE} leaves out: its settings, its privileges and
     * its comment (manual, CREATE DATABASE).
     */
    public synchronized ConnectionTarget copyDatabase(String name, String original) {
        ConnectionTarget copy = createDatabase(name, original);
        admin.execute(COPY_THE_REST
                .replace(":copy", "(SELECT oid FROM pg_database WHERE datname = " + Literal.quote(name) + ")")
                .replace(":original", "(SELECT oid FROM pg_database WHERE datname = " + Literal.quote(original) + ")"));
        return copy;
    }

    /**
     * Gives {@code database} to a role that has the superuser's name and is none, as hosted services have it. The superuser
     * gets the name {@code apart}.
     *
     * @return how to connect to it as superuser
     */
    public synchronized ConnectionTarget giveToOwner(String database, String apart) {
        // Nobody can rename itself (manual, ALTER ROLE).
        String helper = "migrate_renames";
        admin.execute("CREATE ROLE " + helper + " SUPERUSER LOGIN PASSWORD " + Literal.quote(password));
        try (ServerConnection other = ServerConnection.open(target(port, password, database, helper))) {
            other.execute("ALTER ROLE " + superuser + " RENAME TO " + Identifier.quote(apart)
                    + "; ALTER SCHEMA public OWNER TO pg_database_owner");
        }
        superuser = apart;
        admin.execute("DROP ROLE " + helper + "; CREATE ROLE " + OWNER
                + " LOGIN CREATEDB CREATEROLE REPLICATION BYPASSRLS"
                + "; GRANT pg_monitor, pg_read_all_data, pg_signal_backend TO " + OWNER + "; ALTER DATABASE "
                + SUPERUSER
                + " OWNER TO " + OWNER + "; ALTER DATABASE " + Identifier.quote(database) + " OWNER TO " + OWNER);
        if (version().isAtLeast(WITH_PARAMETER_RIGHTS)) {
            admin.execute("GRANT SET ON PARAMETER " + SETTINGS_OF_OWNERS + " TO " + OWNER);
        }
        return target(database);
    }

    /** Drops a database, disconnecting everybody. */
    public synchronized void dropDatabase(String name) {
        admin.execute("DROP DATABASE " + Identifier.quote(name) + " WITH (FORCE)");
    }

    /** Returns how to connect to {@code database} as superuser. */
    public ConnectionTarget target(String database) {
        return target(port, password, database, superuser);
    }

    private static ConnectionTarget target(int port, String password, String database, String user) {
        return new ConnectionTarget(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password, Map.of("sslmode", "disable"));
    }

    public PostgresVersion version() {
        return admin.version();
    }

    /** Stops the server, disconnecting everybody, and removes its folder. */
    @Override
    public void close() {
        try {
            admin.close();
        } finally {
            watcher.close();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /** A program whose output is kept and drained, so that it never blocks. */
    private static final class ServerProcess {
        private static final int KEPT_LINES = 50;

        private final Process process;
        private final BufferedReader reader;
        private final List<String> output;

        ServerProcess(List<String> command, Path folder, Watcher watcher, List<String> output) throws IOException {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            ServerAccount.reduceEnvironment(builder);
            this.process = builder.start();
            watcher.stops(process);
            this.process.getOutputStream().close();
            this.reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            this.output = output;
        }

        boolean waitForLine(String text) throws IOException {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                keep(line);
                if (line.contains(text)) {
                    return true;
                }
            }
            return false;
        }

        int waitForEnd() throws IOException {
            waitForLine("\0");
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }

        void drain() {
            Thread thread = new Thread(
                    () -> {
                        try {
                            waitForLine("\0");
                        } catch (IOException e) {
                            keep("(output ended: " + e.getMessage() + ")");
                        }
                    },
                    "disposable-postgres-output");
            thread.setDaemon(true);
            thread.start();
        }

        private synchronized void keep(String line) {
            if (output.size() == KEPT_LINES) {
                output.remove(0);
            }
            output.add(line);
        }
    }
}
