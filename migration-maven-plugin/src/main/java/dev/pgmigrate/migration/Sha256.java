package dev.pgmigrate.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that this tool uses to identify texts. */
public final class Sha256 {
    private static final int WINDOW = 1 << 16;

    private final MessageDigest digest;

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
    void add(CharSequence text, int start, int end) {
        for (int at = start; at < end; ) {
            int most = Math.min(at + WINDOW, end);
            int next = most < end && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
            digest.update(text.subSequence(at, next).toString().getBytes(StandardCharsets.UTF_8));
            at = next;
        }
    }

    byte[] digest() {
        return digest.digest();
    }
}
