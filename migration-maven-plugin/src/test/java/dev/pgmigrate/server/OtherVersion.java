package dev.pgmigrate.server;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands before a server and has it say that it is of another version, as a client hears it when it connects. */
public final class OtherVersion implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://127.0.0.1:(\\d+)/(.+)");
    private static final String STATUS = "server_version\0";

    private final Relay relay;
    private final String version;
    private final ConnectionTarget target;

    /** Stands before {@code server}, which is then of {@code version}. */
    public OtherVersion(ConnectionTarget server, String version) throws IOException {
        Matcher address = ADDRESS.matcher(server.url());
        if (!address.matches()) {
            throw new IllegalArgumentException(server.url());
        }
        int port = Integer.parseInt(address.group(1));
        this.version = version;
        this.relay = new Relay(() -> port, this::begin);
        this.target = new ConnectionTarget(
                "jdbc:postgresql://127.0.0.1:" + relay.port() + "/" + address.group(2),
                server.user(),
                server.passwordOrNull(),
                server.parameters());
    }

    /** Returns how to reach the server through this. */
    public ConnectionTarget target() {
        return target;
    }

    private void begin(Socket client, Socket server) {
        Relay.daemon(() -> {
            try (server) {
                client.getInputStream().transferTo(server.getOutputStream());
            }
        });
        Relay.daemon(() -> answers(client, server));
    }

    /** Every message of a server has a type and a length (PostgreSQL manual, "Message Formats"). */
    private void answers(Socket client, Socket server) throws IOException {
        try (client) {
            DataInputStream in = new DataInputStream(server.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            for (int type = in.read(); type >= 0; type = in.read()) {
                byte[] body = in.readNBytes(in.readInt() - 4);
                if (type == 'S' && new String(body, StandardCharsets.UTF_8).startsWith(STATUS)) {
                    body = (STATUS + version + "\0").getBytes(StandardCharsets.UTF_8);
                }
                out.write(type);
                out.writeInt(body.length + 4);
                out.write(body);
                out.flush();
            }
        }
    }

    @Override
    public void close() throws IOException {
        relay.close();
    }
}
