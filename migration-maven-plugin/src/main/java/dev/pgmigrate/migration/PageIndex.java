package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Where the pages of a large file are, in bytes and in characters, and the checksum of each. */
final class PageIndex {
    private static final int PAGE = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = SourceText.BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8);

    /** Where each page begins in the file, and where the last one ends. */
    private long[] bytes = new long[256];

    /** The index of each page's first character, and how many characters there are. */
    private int[] starts = new int[256];

    private long[] checksums = new long[256];
    private int pages;
    private boolean malformed;

    private PageIndex() {}

    /** Reads all that is UTF-8, behind the byte order mark. */
    static PageIndex of(FileChannel channel) throws IOException {
        PageIndex index = new PageIndex();
        byte[] mark = bytes(channel, 0, BYTE_ORDER_MARK.length);
        index.bytes[0] = Arrays.equals(mark, BYTE_ORDER_MARK) ? mark.length : 0;
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(PAGE);
        boolean last = false;
        while (!last) {
            byte[] page = bytes(channel, index.end(), PAGE);
            ByteBuffer in = ByteBuffer.wrap(page);
            last = page.length < PAGE;
            // A character that the page cuts is left for the next one.
            CoderResult result = decoder.reset().decode(in, characters.clear(), last);
            index.add(Arrays.copyOf(page, in.position()), characters.position());
            index.malformed = result.isError();
            last |= index.malformed;
        }
        return index;
    }

    /** Returns the bytes from {@code start} on; fewer than {@code most} at the end of the file. */
    static byte[] bytes(FileChannel channel, long start, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most);
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = channel.read(buffer, start + buffer.position());
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private void add(byte[] page, int characters) {
        if (page.length == 0) {
            return;
        }
        if (pages + 1 == starts.length) {
            bytes = Arrays.copyOf(bytes, pages * 2);
            starts = Arrays.copyOf(starts, pages * 2);
            checksums = Arrays.copyOf(checksums, pages * 2);
        }
        checksums[pages] = checksum(page);
        bytes[pages + 1] = bytes[pages] + page.length;
        starts[pages + 1] = starts[pages] + characters;
        pages++;
    }

    private static long checksum(byte[] page) {
        CRC32 sum = new CRC32();
        sum.update(page);
        return sum.getValue();
    }

    /** Returns whether a byte that is not UTF-8 comes behind the last page. */
    boolean isMalformed() {
        return malformed;
    }

    /** Returns where the last page ends in the file. */
    long end() {
        return bytes[pages];
    }

    /** Returns how many characters there are. */
    int length() {
        return starts[pages];
    }

    int pageOf(int character) {
        if (character < 0 || character >= length()) {
            throw new StringIndexOutOfBoundsException(character);
        }
        int found = Arrays.binarySearch(starts, 0, pages, character);
        return found >= 0 ? found : -found - 2;
    }

    /** Returns the index of a page's first character. */
    int start(int page) {
        return starts[page];
    }

    /**
     * Reads a page once more.
     *
     * @throws IOException if it is not what it was
     */
    String read(FileChannel channel, int page) throws IOException {
        byte[] now = bytes(channel, bytes[page], (int) (bytes[page + 1] - bytes[page]));
        if (checksum(now) != checksums[page]) {
            throw new IOException("The bytes from " + bytes[page] + " on are not what they were");
        }
        return new String(now, StandardCharsets.UTF_8);
    }
}
