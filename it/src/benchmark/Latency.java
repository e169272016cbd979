import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Listens on a free port, prints it, and passes on to {@code host[:port]} what it is sent, each time after so many
 * milliseconds: {@code java Latency.java localhost:5432 20}.
 */
class Latency {
    public static void main(String[] args) throws IOException {
        String[] address = args[0].split(":");
        int port = address.length > 1 ? Integer.parseInt(address[1]) : 5432;
        long millis = Long.parseLong(args[1]);
        try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(listening.getLocalPort());
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(address[0], port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                new Thread(() -> pass(client, server, millis)).start();
                new Thread(() -> pass(server, client, 0)).start();
            }
        }
    }

    private static void pass(Socket from, Socket to, long millis) {
        byte[] buffer = new byte[1 << 20];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Thread.sleep(millis);
                out.write(buffer, 0, count);
            }
        } catch (IOException ended) {
            // One of the two has closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
