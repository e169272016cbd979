package dev.pgmigrate.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the messages of a server (manual, 54.7 "Message Formats"), dropping rows that nobody wants, delivering
 * notices at once, and telling when a statement is answered. The driver closes a session whose DateStyle is not ISO, so it is always told ISO.
 */
final class MessageInput extends InputStream {
    private static final int HEADER = 5;
    private static final int DATA_ROW = 'D';
    private static final int NOTICE = 'N';
    private static final int PARAMETER_STATUS = 'S';
    private static final int COMMAND_COMPLETE = 'C';
    private static final int EMPTY_QUERY = 'I';

    private final InputStream in;
    private final Wire wire;
    private final byte[] received = new byte[8192];
    private int position;
    private int limit;
    private volatile boolean framed;

    private final byte[] header = new byte[HEADER];
    private int headerRead;
    private int headerPassed = HEADER;
    private int remaining;
    private boolean dropped;
    private @Nullable DateStyleReport report;
    private @Nullable ByteArrayOutputStream notice;

    MessageInput(InputStream in, Wire wire) {
        this.in = in;
        this.wire = wire;
    }

    /** From here on the server sends messages; before that, it answers requests for encryption with single bytes. */
    void frame() {
        framed = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!framed) {
            return in.read(target, offset, length);
        }
        int passed = length == 0 ? 0 : pass(target, offset, length);
        while (passed == 0 && length > 0) {
            position = 0;
            limit = 0;
            limit = in.read(received);
            if (limit < 0) {
                limit = 0;
                return -1;
            }
            passed = pass(target, offset, length);
        }
        return passed;
    }

    @Override
    public int available() throws IOException {
        return limit - position + (HEADER - headerPassed) + in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int pass(byte[] target, int offset, int length) {
        int passed = 0;
        while (passed < length && (position < limit || headerPassed < HEADER)) {
            if (headerPassed < HEADER) {
                target[offset + passed++] = header[headerPassed++];
            } else if (remaining == 0) {
                header();
            } else {
                passed += body(target, offset + passed, length - passed);
            }
        }
        return passed;
    }

    private void header() {
        header[headerRead++] = received[position++];
        if (headerRead < HEADER) {
            return;
        }
        headerRead = 0;
        remaining = ByteBuffer.wrap(header).getInt(1) - Integer.BYTES;
        notice = header[0] == NOTICE && wire.notices() != null ? new ByteArrayOutputStream() : null;
        report = header[0] == PARAMETER_STATUS ? new DateStyleReport() : null;
        dropped = notice != null || (header[0] == DATA_ROW && !wire.keepsRow());
        headerPassed = dropped ? HEADER : 0;
        if (header[0] == COMMAND_COMPLETE || header[0] == EMPTY_QUERY) {
            wire.answered();
        }
    }

    private int body(byte[] target, int offset, int length) {
        int count = Math.min(remaining, limit - position);
        if (!dropped) {
            count = Math.min(count, length);
            System.arraycopy(received, position, target, offset, count);
            if (report != null) {
                report.rewrite(target, offset, count);
            }
        } else if (notice != null) {
            notice.write(received, position, count);
        }
        position += count;
        remaining -= count;
        if (remaining == 0 && notice != null) {
            Consumer<byte[]> consumer = wire.notices();
            if (consumer != null) {
                consumer.accept(notice.toByteArray());
            }
            notice = null;
        }
        return dropped ? 0 : count;
    }

    /** Turns {@code German, DMY} into {@code ISO, DMY}, byte by byte, since a message may arrive in parts. */
    private static final class DateStyleReport {
        private static final String NAME = "DateStyle\0";
        private static final String ISO = "ISO,";

        private int seen;
        private boolean named = true;
        private boolean styleEnded;

        void rewrite(byte[] bytes, int offset, int count) {
            for (int i = offset; i < offset + count && named && !styleEnded; i++, seen++) {
                if (seen < NAME.length()) {
                    named = bytes[i] == NAME.charAt(seen);
                } else {
                    styleEnded = bytes[i] == ',' || bytes[i] == 0;
                    int at = seen - NAME.length();
                    if (bytes[i] != 0) {
                        bytes[i] = (byte) (at < ISO.length() ? ISO.charAt(at) : ' ');
                    }
                }
            }
        }
    }
}
