package dev.pgmigrate.migration;

import java.io.IOError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a file that is too large for memory: they are read again, page by page, where they are asked for.
 *
 * <p>A file that has changed since it was first read is never seen half old and half new: that is an {@link IOError}, because
 * neither a rule nor the parser can go on, and its cause says so to the user.
 */
final class FilePages implements CharSequence {
    private static final int KEPT = 8;

    private final Path file;
    private final String path;
    private final PageIndex index;

    /** Pages do not change: threads that read at once may lose one here, and then read it again. */
    private final @Nullable Page[] kept = new Page[KEPT];

    private int next;
    private Page current = new Page(0, "");

    private FilePages(Path file, String path, PageIndex index) {
        this.file = file;
        this.path = path;
        this.index = index;
    }

    /** Reads a file once, up to the first byte that is not UTF-8; its byte order mark is left out. */
    static FilePages of(Path file, String path) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new FilePages(file, path, PageIndex.of(channel));
        }
    }

    /** Returns where in the file the first byte is that is not UTF-8, or -1. */
    long malformedAt() {
        return index.isMalformed() ? index.end() : -1;
    }

    @Override
    public int length() {
        return index.length();
    }

    @Override
    public char charAt(int place) {
        Page page = at(place);
        return page.text.charAt(place - page.start);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        if (start == end) {
            return "";
        }
        Page first = at(start);
        if (first.holds(end - 1)) {
            return first.text.substring(start - first.start, end - first.start);
        }
        StringBuilder text = new StringBuilder(end - start);
        for (int place = start; place < end; ) {
            Page page = at(place);
            int to = Math.min(end, page.start + page.text.length());
            text.append(page.text, place - page.start, to - page.start);
            place = to;
        }
        return text.toString();
    }

    /**
     * Returns the whole text.
     *
     * @throws TextTooLargeException if there is no room for it
     */
    @Override
    public String toString() {
        TextTooLargeException.requireRoom(path, length());
        return subSequence(0, length()).toString();
    }

    /** Some of the characters, which begin at {@code start}. */
    private record Page(int start, String text) {
        boolean holds(int place) {
            return place >= start && place - start < text.length();
        }
    }

    private Page at(int place) {
        Page page = current;
        if (!page.holds(place)) {
            page = find(place);
            current = page;
        }
        return page;
    }

    private Page find(int place) {
        for (Page page : kept) {
            if (page != null && page.holds(place)) {
                return page;
            }
        }
        int number = index.pageOf(place);
        Page page = new Page(index.start(number), read(number));
        kept[next++ & (KEPT - 1)] = page;
        return page;
    }

    private String read(int page) {
        try (FileChannel channel = FileChannel.open(file)) {
            return index.read(channel, page);
        } catch (IOException e) {
            throw new IOError(new FileChangedException(path, e));
        }
    }
}
