package dev.pgmigrate.server;

import java.io.IOException;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import org.postgresql.core.SocketFactoryFactory;
import org.postgresql.ssl.WrappedFactory;

/** Adds the requested TLS between a {@link Wire} and the server. The driver instantiates it by name. */
public final class WireTlsFactory extends WrappedFactory {
    private final Wire wire;

    public WireTlsFactory(Properties properties) throws SQLException {
        this.wire = Wire.of(properties);
        this.factory = SocketFactoryFactory.getSslSocketFactory(Wire.withoutWire(properties));
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        return new WireTlsSocket((SSLSocket) super.createSocket(plain, host, port, autoClose), wire);
    }
}
