package dev.pgmigrate.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Keeps {@code </script>} and {@code <!--} in JSON from ending the script element that contains it. */
final class ScriptWriter extends FilterWriter {
    private static final String LESS_THAN = "\\u003c";

    ScriptWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        if (character == '<') {
            out.write(LESS_THAN);
        } else {
            out.write(character);
        }
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        int done = offset;
        for (int i = offset; i < offset + length; i++) {
            if (characters[i] == '<') {
                out.write(characters, done, i - done);
                out.write(LESS_THAN);
                done = i + 1;
            }
        }
        out.write(characters, done, offset + length - done);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        write(text.toCharArray(), offset, length);
    }
}
