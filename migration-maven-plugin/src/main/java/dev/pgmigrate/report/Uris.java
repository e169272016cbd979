package dev.pgmigrate.report;

import java.nio.charset.StandardCharsets;

/** Paths as references in URIs (RFC 3986). */
final class Uris {
    /**
     * The characters that a segment may contain unencoded; not {@code :}, which in the first segment would end a scheme.
     */
    private static final String PLAIN = "-._~!$&'()*+,;=@/";

    private Uris() {}

    /** Returns a relative path, percent-encoded. */
    static String path(String path) {
        StringBuilder uri = new StringBuilder(path.length());
        for (byte part : path.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (part & 0xFF);
            if (isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0) {
                uri.append(character);
            } else {
                uri.append('%').append("%02X".formatted((int) character));
            }
        }
        return uri.toString();
    }

    private static boolean isLetterOrDigit(char character) {
        return ('a' <= character && character <= 'z')
                || ('A' <= character && character <= 'Z')
                || ('0' <= character && character <= '9');
    }
}
