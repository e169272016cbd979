package dev.pgmigrate.server;

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
import java.util.Optional;

/**
 * The processes and the folder of a server that runs on this machine. It is fast rather than durable, works for root and in a
 * container, and is gone once it is closed or this process ends in any way.
 */
final class LocalServer implements PrivateServer {
    private static final String SUPERUSER = "postgres";
    private static final int PORT_TRIES = 10;
    private static final int PASSWORD_BYTES = 24;
    private static final int LOOKS = 100;
    private static final int LOOK_MILLIS = 10;

    private final Watcher watcher;
    private final ServerProcess server;
    private final int port;
    private final String password;

    private LocalServer(Watcher watcher, ServerProcess server, int port, String password) {
        this.watcher = watcher;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a server that is ready for connections.
     *
     * @param inMemory whether its data may be in memory
     * @throws DisposablePostgresException if it does not start, with its output
     */
    static LocalServer start(PostgresBinaries binaries, boolean inMemory) {
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

    private static LocalServer start(PostgresBinaries binaries, ServerAccount account, Path folder, Watcher watcher)
            throws IOException {
        if (account.root()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path data = Files.createDirectory(folder.resolve("data"));
        account.own(data);
        String password = newPassword();
        init(binaries, account, watcher, folder, password);
        for (int tries = 1; ; tries++) {
            int port = freePort();
            List<String> output = new ArrayList<>();
            ServerProcess process =
                    new ServerProcess(account.command(serverCommand(binaries, data, port)), folder, watcher, output);
            if (process.waitForLine("ready to accept connections")) {
                watcher.stops(process.process); // whatever it ran through before, it is the server now
                process.drain();
                return new LocalServer(watcher, process, port, password);
            }
            // Between our choosing a port and the server's binding it, another process may have taken it.
            boolean portTaken = output.stream().anyMatch(line -> line.contains("could not bind"));
            if (!portTaken || tries == PORT_TRIES) {
                throw FullDisk.explained(Step.START, "PostgreSQL did not start.", output, null);
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
            throw FullDisk.explained(Step.INIT, "initdb failed with exit code " + exit + ".", output, null);
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

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String superuser() {
        return SUPERUSER;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public String template() {
        return DisposablePostgres.NOTHING;
    }

    @Override
    public String administration() {
        return "postgres";
    }

    @Override
    public String describe(PostgresVersion version) {
        return "a disposable PostgreSQL " + version;
    }

    @Override
    public void requireRunning() {
        if (!server.process.isAlive() || fullDisk().isPresent()) {
            throw FullDisk.explained(
                    Step.RUN, "The disposable PostgreSQL ended before the goal did.", server.lines(), null);
        }
    }

    /** What it wrote before it dropped its sessions is read by a thread of its own, perhaps a moment later. */
    @Override
    public Optional<String> fullDisk() {
        Optional<String> said = FullDisk.in(server.lines());
        for (int looks = 0; said.isEmpty() && looks < LOOKS && server.process.isAlive(); looks++) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return said;
            }
            said = FullDisk.in(server.lines());
        }
        return said;
    }

    /** Stops the server, disconnecting everybody, and removes its folder. */
    @Override
    public void close() {
        watcher.close();
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

        synchronized List<String> lines() {
            return List.copyOf(output);
        }

        private synchronized void keep(String line) {
            if (output.size() == KEPT_LINES) {
                output.remove(0);
            }
            output.add(line);
        }
    }
}
