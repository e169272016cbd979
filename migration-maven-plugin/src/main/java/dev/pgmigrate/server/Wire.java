package dev.pgmigrate.server;

import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Filters the traffic between the driver and the server of one connection, so that the session is like one of {@code
 * psql}.
 *
 * <p>The driver overrides the time zone and the DateStyle of the role and the database, ends the session if a file
 * changes its DateStyle, and buffers rows that nobody reads. None of that can be configured, so the sockets that it gets
 * filter it out ({@link StartupOutput}, {@link MessageInput}).
 */
final class Wire {
    /**
     * The driver instantiates a socket factory by its class name; the factory finds its wire here while a connection is
     * opened.
     */
    private static final Map<String, Wire> OPENING = new ConcurrentHashMap<>();

    static final int ALL = Integer.MAX_VALUE;

    private static final String KEY = "pgmigrate.wire";
    private static final String TLS = "pgmigrate.sslfactory";

    private volatile int rowsKept = ALL;
    private volatile @Nullable Consumer<byte[]> notices;
    private volatile @Nullable Runnable answers;
    private boolean attached;

    /**
     * Makes the driver use this wire for the connection that is opened with {@code properties}, until the handle is
     * closed.
     */
    Handle attach(Properties properties) {
        if (properties.containsKey("socketFactory")) {
            return () -> {}; // a user's own way to the server, such as a cloud provider's
        }
        attached = true;
        String key = UUID.randomUUID().toString();
        OPENING.put(key, this);
        properties.setProperty(KEY, key);
        properties.setProperty("socketFactory", WireSocketFactory.class.getName());
        String tls = properties.getProperty("sslfactory");
        if (tls != null) {
            properties.setProperty(TLS, tls);
        }
        properties.setProperty("sslfactory", WireTlsFactory.class.getName());
        return () -> OPENING.remove(key);
    }

    /** Ends what {@link #attach} began. */
    @FunctionalInterface
    interface Handle {
        void close();
    }

    /** Returns the wire of the connection that is opened with {@code properties}. */
    static Wire of(Properties properties) {
        Wire wire = OPENING.get(properties.getProperty(KEY, ""));
        if (wire == null) {
            throw new IllegalStateException("The driver opens a connection that nobody asked for.");
        }
        return wire;
    }

    /** Restores in {@code properties} the TLS settings that were requested. */
    static Properties withoutWire(Properties properties) {
        Properties plain = new Properties();
        properties.stringPropertyNames().forEach(name -> plain.setProperty(name, properties.getProperty(name)));
        plain.remove("socketFactory");
        String tls = properties.getProperty(TLS);
        if (tls == null) {
            plain.remove("sslfactory");
        } else {
            plain.setProperty("sslfactory", tls);
        }
        return plain;
    }

    /** Returns whether the traffic passes through here. */
    boolean isAttached() {
        return attached;
    }

    /** Drops all but the first few rows as they arrive, until told otherwise. */
    void keepRows(int count) {
        rowsKept = count;
    }

    /** Returns whether a row that arrives now is kept. */
    boolean keepsRow() {
        int left = rowsKept;
        if (left > 0 && left < ALL) {
            rowsKept = left - 1;
        }
        return left > 0;
    }

    /** Passes on notices as they arrive, or, with null, leaves them to the driver. */
    void notices(@Nullable Consumer<byte[]> consumer) {
        notices = consumer;
    }

    @Nullable
    Consumer<byte[]> notices() {
        return notices;
    }

    /** Has {@code consumer} called as the answer to each statement begins to arrive; null for nobody. */
    void answers(@Nullable Runnable consumer) {
        answers = consumer;
    }

    void answered() {
        Runnable consumer = answers;
        if (consumer != null) {
            consumer.run();
        }
    }
}
