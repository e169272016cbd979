package dev.pgmigrate.migration;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that this tool uses to identify texts. */
public final class Sha256 {
    private static final int BUFFER = 8_192;

    private final MessageDigest digest;
    private final CharsetEncoder encoder =
            StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Returns the 32 bytes of the hash of {@code text} in UTF-8. */
    public static byte[] of(String text) {
        Sha256 hash = new Sha256();
        hash.add(text, 0, text.length());
        return hash.digest();
    }

    /** Adds a part of {@code text} that begins and ends between two characters. */
    void add(String text, int start, int end) {
        CharBuffer characters = CharBuffer.wrap(text, start, end);
        encoder.reset();
        while (encoder.encode(characters, bytes, true).isOverflow()) {
            flush();
        }
        flush();
    }

    private void flush() {
        digest.update(bytes.flip());
        bytes.clear();
    }

    byte[] digest() {
        return digest.digest();
    }
}
