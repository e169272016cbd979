package dev.pgmigrate.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** A report that is streamed, so that one on ten thousand files need not fit into memory. */
@FunctionalInterface
public interface ReportText {
    /** Writes the whole report, leaving {@code out} open. */
    void writeTo(Writer out) throws IOException;

    /** Returns the whole report. */
    default String text() {
        StringWriter out = new StringWriter();
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
