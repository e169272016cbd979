package dev.pgmigrate.migration;

import dev.pgmigrate.failure.ExplainedException;

/** Says that a goal needs all of a large file at once, and that there is no room for it. */
public final class TextTooLargeException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    /** What is made of a text takes several times its room. */
    private static final int SHARE = 16;

    private TextTooLargeException(String path, int length, long heap) {
        super(
                ("%s has %d MB, and this goal needs all of it at once: with a heap of %d MB a file may have %d MB. Give Maven"
                                + " more memory (MAVEN_OPTS=-Xmx…), or split the file.")
                        .formatted(path, length >> 20, heap >> 20, (heap / SHARE) >> 20));
    }

    static void requireRoom(String path, int length) {
        long heap = Runtime.getRuntime().maxMemory();
        if (length > heap / SHARE) {
            throw new TextTooLargeException(path, length, heap);
        }
    }
}
