import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listens on a free port, prints it, and passes on to {@code host[:port]} what it is sent, so many milliseconds later:
 * {@code java Latency.java localhost:5432 20}. When its input ends, it prints how many round trips there were and ends.
 */
class Latency {
    private static final int DEFAULT_PORT = 5432;
    private static final AtomicInteger ROUND_TRIPS = new AtomicInteger();

    /** What was read, none at the end of the stream, and when it goes on. */
    private record Piece(byte[] bytes, long due) {}

    public static void main(String[] args) throws IOException {
        String[] address = args[0].split(":", 2);
        int port = address.length > 1 ? Integer.parseInt(address[1]) : DEFAULT_PORT;
        long delay = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[1]));
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        System.out.println(listening.getLocalPort());
        daemon(() -> {
            while (true) {
                between(listening.accept(), new Socket(address[0], port), delay);
            }
        });
        System.in.readAllBytes();
        System.out.println(ROUND_TRIPS);
    }

    private static void between(Socket client, Socket server, long delay) throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
        AtomicBoolean asked = new AtomicBoolean();
        daemon(() -> read(client.getInputStream(), bytes -> {
            if (bytes.length > 0 && !asked.getAndSet(true)) {
                ROUND_TRIPS.incrementAndGet();
            }
            pieces.add(new Piece(bytes, System.nanoTime() + delay));
        }));
        daemon(() -> {
            try (server) {
                OutputStream out = server.getOutputStream();
                for (Piece piece = pieces.take(); piece.bytes().length > 0; piece = pieces.take()) {
                    TimeUnit.NANOSECONDS.sleep(piece.due() - System.nanoTime());
                    out.write(piece.bytes());
                }
            }
        });
        daemon(() -> {
            try (client) {
                OutputStream out = client.getOutputStream();
                read(server.getInputStream(), bytes -> {
                    asked.set(false);
                    out.write(bytes);
                });
            }
        });
    }

    /** Passes on what comes, and nothing at the end, whatever that is. */
    private static void read(InputStream in, Receiver receiver) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int count;
        do {
            try {
                count = in.read(buffer);
            } catch (IOException closed) {
                count = -1;
            }
            receiver.receive(Arrays.copyOf(buffer, Math.max(count, 0)));
        } while (count > 0);
    }

    private interface Receiver {
        void receive(byte[] bytes) throws IOException;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // One of the two has closed its end.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
