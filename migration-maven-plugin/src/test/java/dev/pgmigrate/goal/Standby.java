package dev.pgmigrate.goal;

import dev.pgmigrate.server.ConnectException;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;

/**
 * A standby of a disposable server, beside its data. The server itself copies and starts it ({@code COPY … TO PROGRAM}), so
 * that account, rights and the end of the folder are those of the primary.
 */
final class Standby implements AutoCloseable {
    /** Some have to be those of the primary at least (manual, 26.4.4 "Administrator's Overview" of hot standby). */
    private static final List<String> SETTINGS = List.of(
            "unix_socket_directories=",
            "listen_addresses=127.0.0.1",
            "max_connections=100",
            "max_prepared_transactions=5",
            "shared_buffers=64MB",
            "dynamic_shared_memory_type=mmap",
            "fsync=off");

    private final ConnectionTarget target;
    private final String data;

    private Standby(ConnectionTarget target, String data) {
        this.target = target;
        this.data = data;
    }

    /** Starts one of the server that {@code primary} is connected to (PostgreSQL manual, 25.3.4 and 26.2.5). */
    static Standby of(ServerConnection primary) throws IOException {
        int port = freePort();
        String of =
                primary.queryOne("SHOW data_directory", row -> row.getString(1)).orElseThrow();
        String data = of + "/standby"; // nothing beside it is writable for the account of the server
        String url = primary.target().url();
        String primaryPort = url.replaceFirst(".*:(\\d+)/.*", "$1");
        primary.execute("SELECT pg_backup_start('standby', true)");
        program(
                primary,
                "cd " + of + " && mkdir -m 700 standby && for part in *; do [ $part = standby ] || cp -R $part standby;"
                        + " done; rm -f standby/postmaster.pid && touch standby/standby.signal");
        String label = primary.queryOne("SELECT labelfile FROM pg_backup_stop(false)", row -> row.getString(1))
                .orElseThrow();
        String source = "host=127.0.0.1 port=" + primaryPort + " user=postgres password="
                + primary.target().passwordOrNull();
        program(
                primary,
                "cat > " + data + "/backup_label <<'END'\n" + label + "END\n"
                        + "cat >> " + data + "/postgresql.auto.conf <<'END'\nport = " + port + "\nprimary_conninfo = '"
                        + source + "'\nrestore_command = ''\nEND\n");
        String postgres = primary.queryOne(
                        "SELECT setting FROM pg_config WHERE name = 'BINDIR'", row -> row.getString(1))
                .orElseThrow();
        program(
                primary,
                postgres + "/postgres -D " + data + " -p " + port + " -c " + String.join(" -c ", SETTINGS) + " > "
                        + data + "/log 2>&1 < /dev/null &");
        return new Standby(
                new ConnectionTarget(
                        url.replace(":" + primaryPort + "/", ":" + port + "/"),
                        primary.target().user(),
                        primary.target().passwordOrNull(),
                        primary.target().parameters()),
                data);
    }

    ConnectionTarget target() {
        return target;
    }

    /** Waits until it has replayed what {@code primary} has committed by now. */
    void awaitWhatIsCommitted(ServerConnection primary) {
        String committed = primary.queryOne("SELECT pg_current_wal_lsn()::text", row -> row.getString(1))
                .orElseThrow();
        while (!holds("pg_last_wal_replay_lsn() >= '" + committed + "'::pg_lsn")) {
            Thread.onSpinWait();
        }
    }

    void promote() {
        try (ServerConnection connection = ServerConnection.open(target)) {
            connection.execute("SELECT pg_promote()");
        }
    }

    private boolean holds(String condition) {
        try (ServerConnection connection = ServerConnection.open(target)) {
            return connection.ask("SELECT " + condition);
        } catch (ConnectException | ServerException e) {
            return false; // It is still starting.
        }
    }

    @Override
    public void close() {
        try (ServerConnection connection = ServerConnection.open(target)) {
            program(connection, "kill -INT $(head -n 1 " + data + "/postmaster.pid)");
        } catch (ServerException e) {
            if (!e.connectionLost()) {
                throw e;
            }
        }
    }

    static void program(ServerConnection connection, String script) {
        connection.execute("COPY (SELECT 1) TO PROGRAM $program$cat > /dev/null; " + script + "$program$");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
