package dev.pgmigrate.report;

import java.net.URI;
import java.net.URISyntaxException;

/** Paths as references in URIs. */
final class Uris {
    private Uris() {}

    /** Returns a relative path with what a URI cannot hold encoded. */
    static String path(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a path: " + path, e);
        }
    }
}
