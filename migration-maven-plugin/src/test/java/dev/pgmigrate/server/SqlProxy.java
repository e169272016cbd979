package dev.pgmigrate.server;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between clients and a server: notes every SQL text that passes, and can stop forwarding without a word. */
public final class SqlProxy implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://127.0.0.1:(\\d+)/(.+)");

    private final Relay relay;
    private final ConnectionTarget target;
    private final List<List<String>> sessions = Collections.synchronizedList(new ArrayList<>());
    private final List<AtomicInteger> roundTrips = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> copying = Collections.synchronizedList(new ArrayList<>());
    private volatile String silencing = "";
    private volatile Duration latency = Duration.ZERO;

    private SqlProxy(ConnectionTarget server) throws IOException {
        Matcher address = ADDRESS.matcher(server.url());
        if (!address.matches()) {
            throw new IllegalArgumentException(server.url());
        }
        int serverPort = Integer.parseInt(address.group(1));
        relay = new Relay(() -> serverPort, this::begin);
        target = new ConnectionTarget(
                "jdbc:postgresql://127.0.0.1:" + relay.port() + "/" + address.group(2),
                server.user(),
                server.passwordOrNull(),
                server.parameters());
    }

    public static SqlProxy before(ConnectionTarget server) throws IOException {
        return new SqlProxy(server);
    }

    /** Returns how to reach the server through this. */
    public ConnectionTarget target() {
        return target;
    }

    /** Returns the SQL of each session, in order. */
    public List<List<String>> sessions() {
        synchronized (sessions) {
            return sessions.stream().map(List::copyOf).toList();
        }
    }

    /** Returns how often the session that did so most has asked for the answers to what it sent. */
    public int roundTrips() {
        synchronized (roundTrips) {
            return roundTrips.stream().mapToInt(AtomicInteger::get).max().orElse(0);
        }
    }

    /** From here on each round trip takes so much longer. */
    public void delay(Duration latency) {
        this.latency = latency;
    }

    /** The first session that sends SQL with {@code word} gets no answer any more, and is not told. */
    public void silenceAfter(String word) {
        silencing = word;
    }

    /** Breaks all sessions off, as a server that crashes does: whoever writes next gets an error. */
    public void reset() throws IOException, InterruptedException {
        relay.reset();
        synchronized (copying) {
            for (Thread thread : copying) {
                thread.join();
            }
        }
    }

    private void begin(Socket client, Socket server) {
        List<String> session = Collections.synchronizedList(new ArrayList<>());
        sessions.add(session);
        AtomicInteger trips = new AtomicInteger();
        roundTrips.add(trips);
        AtomicBoolean silent = new AtomicBoolean();
        copying.add(Relay.daemon(() -> requests(client, server, session, silent, trips)));
        copying.add(Relay.daemon(() -> forward(server.getInputStream(), client.getOutputStream(), client, silent)));
    }

    /** Start-up packets have no type; every later message has one (manual, 54.7 "Message Formats"). */
    private void requests(
            Socket client, Socket server, List<String> session, AtomicBoolean silent, AtomicInteger roundTrips)
            throws IOException {
        try (server) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = server.getOutputStream();
            int length = in.readInt();
            out.write(new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
            out.write(in.readNBytes(length - 4));
            for (int type = in.read(); type >= 0; type = in.read()) {
                length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                if (type == 'P') {
                    session.add(new String(body, StandardCharsets.UTF_8).split("\0", -1)[1].strip());
                } else if (type == 'Q') {
                    session.add(new String(body, StandardCharsets.UTF_8)
                            .replace("\0", "")
                            .strip());
                }
                byte[] message = new byte[length + 1];
                message[0] = (byte) type;
                message[1] = (byte) (length >> 24);
                message[2] = (byte) (length >> 16);
                message[3] = (byte) (length >> 8);
                message[4] = (byte) length;
                System.arraycopy(body, 0, message, 5, body.length);
                String word = silencing;
                if (type == 'P'
                        && !word.isEmpty()
                        && session.get(session.size() - 1).contains(word)) {
                    silent.set(true);
                    silencing = "";
                }
                if (type == 'S' || type == 'Q') {
                    roundTrips.incrementAndGet();
                    LockSupport.parkNanos(latency.toNanos());
                }
                out.write(message);
            }
        }
    }

    private void forward(InputStream in, OutputStream out, Socket client, AtomicBoolean silent) throws IOException {
        try (client) {
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!silent.get()) {
                    out.write(buffer, 0, count);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        relay.close();
    }
}
