package dev.pgmigrate.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.Map;
import java.util.Properties;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/** Creates the sockets of a {@link Wire}. The driver instantiates it by name. */
public final class WireSocketFactory extends SocketFactory {
    /** In seconds. By default, Linux takes more than two hours to notice that the other end is gone. */
    private static final Map<SocketOption<Integer>, Integer> KEEP_ALIVE = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 30,
            ExtendedSocketOptions.TCP_KEEPINTERVAL, 10,
            ExtendedSocketOptions.TCP_KEEPCOUNT, 6);

    private final Wire wire;

    public WireSocketFactory(Properties properties) {
        this.wire = Wire.of(properties);
    }

    @Override
    public Socket createSocket() {
        return new WireSocket(wire);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }

    /** A socket whose streams are those of a wire. */
    private static final class WireSocket extends Socket {
        private final Wire wire;
        private @Nullable MessageInput input;
        private @Nullable StartupOutput output;

        WireSocket(Wire wire) {
            this.wire = wire;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            super.connect(endpoint, timeout);
            for (Map.Entry<SocketOption<Integer>, Integer> option : KEEP_ALIVE.entrySet()) {
                if (supportedOptions().contains(option.getKey())) {
                    setOption(option.getKey(), option.getValue());
                }
            }
        }

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            MessageInput known = input;
            if (known == null) {
                known = new MessageInput(super.getInputStream(), wire);
                input = known;
            }
            return known;
        }

        @Override
        public synchronized OutputStream getOutputStream() throws IOException {
            StartupOutput known = output;
            if (known == null) {
                known = new StartupOutput(super.getOutputStream(), ((MessageInput) getInputStream())::frame);
                output = known;
            }
            return known;
        }
    }
}
