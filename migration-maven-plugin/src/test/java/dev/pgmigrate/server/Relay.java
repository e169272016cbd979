package dev.pgmigrate.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Accepts connections on a free port of the loopback address, and connects each to a port behind it. */
public final class Relay implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, loopback());
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());

    /** Begins to listen; {@code route} says where a connection goes, and {@code copying} passes its bytes on. */
    public Relay(Route route, Copying copying) throws IOException {
        daemon(() -> {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(loopback(), route.port());
                sockets.add(client);
                sockets.add(server);
                copying.begin(client, server);
            }
        });
    }

    /** Chooses the port for one connection. */
    @FunctionalInterface
    public interface Route {
        int port();
    }

    /** Begins to pass on what one connection carries, on threads of its own. */
    @FunctionalInterface
    public interface Copying {
        void begin(Socket client, Socket server);
    }

    /** What a thread does until one of the ends closes. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Runs {@code work} on a thread that ends with the process. */
    public static Thread daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException ended) {
                // One of the ends has closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Breaks all connections off as a server that crashes does, once nobody reads from them any more. */
    void reset() throws IOException {
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    @Override
    public void close() throws IOException {
        listening.close();
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
