package dev.pgmigrate.plugin;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes a text with another command in the place of one, without holding more of it than that command is long. */
final class CommandWriter extends FilterWriter {
    private final String from;
    private final String to;
    private final StringBuilder held = new StringBuilder();

    CommandWriter(Writer out, String from, String to) {
        super(out);
        this.from = from;
        this.to = to;
    }

    @Override
    public void write(int character) throws IOException {
        write(String.valueOf((char) character));
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        write(new String(buffer, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        held.append(text, offset, offset + length);
        int start = 0;
        for (int found = held.indexOf(from); found >= 0; found = held.indexOf(from, start)) {
            out.append(held, start, found).write(to);
            start = found + from.length();
        }
        int end = Math.max(start, held.length() - from.length() + 1);
        out.append(held, start, end);
        held.delete(0, end);
    }

    @Override
    public void flush() throws IOException {
        // What is held may be the beginning of a command: only the end of the text tells.
    }

    @Override
    public void close() throws IOException {
        out.append(held);
        held.setLength(0);
        super.close();
    }
}
