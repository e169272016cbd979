package dev.pgmigrate.server;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Removes from the start-up packet what the driver adds on its own, and passes on everything else (manual, 54.7 "Message
 * Formats", StartupMessage).
 */
final class StartupOutput extends FilterOutputStream {
    /** Start-up parameters override the settings of the role and the database, and {@code RESET} restores them. */
    private static final Set<String> LEFT_OUT = Set.of("TimeZone", "DateStyle", "extra_float_digits");

    private static final int HEADER = 8;
    private static final int LONGEST = 10_000; // MAX_STARTUP_PACKET_LENGTH of the server
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final Runnable started;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean passing;

    /** Creates one that runs {@code started} before the first byte of the start-up packet is sent. */
    StartupOutput(OutputStream out, Runnable started) {
        super(out);
        this.started = started;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (passing) {
            out.write(bytes, offset, length);
            return;
        }
        held.write(bytes, offset, length);
        if (held.size() >= HEADER) {
            decide(held.toByteArray());
        }
    }

    private void decide(byte[] packet) throws IOException {
        int length = ByteBuffer.wrap(packet).getInt(0);
        int code = ByteBuffer.wrap(packet).getInt(Integer.BYTES);
        if (code == SSL_REQUEST || code == GSS_REQUEST) {
            release(packet); // what follows is encrypted, or another packet if the server refuses
        } else if (code >>> 16 != 3 || length > LONGEST) {
            passing = true;
            release(packet);
        } else if (packet.length >= length) {
            passing = true;
            started.run();
            out.write(reduced(packet, length));
            out.write(packet, length, packet.length - length);
            held.reset();
        }
    }

    private void release(byte[] bytes) throws IOException {
        out.write(bytes);
        held.reset();
    }

    private static byte[] reduced(byte[] packet, int length) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        kept.write(packet, 0, HEADER);
        int at = HEADER;
        while (packet[at] != 0) {
            int value = end(packet, at) + 1;
            int next = end(packet, value) + 1;
            String name = new String(packet, at, value - 1 - at, StandardCharsets.UTF_8);
            if (!LEFT_OUT.contains(name)) {
                kept.write(packet, at, next - at);
            }
            at = next;
        }
        kept.write(packet, at, length - at);
        byte[] result = kept.toByteArray();
        ByteBuffer.wrap(result).putInt(0, result.length);
        return result;
    }

    private static int end(byte[] packet, int from) {
        int end = from;
        while (packet[end] != 0) {
            end++;
        }
        return end;
    }
}
