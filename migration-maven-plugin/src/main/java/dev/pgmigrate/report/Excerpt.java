package dev.pgmigrate.report;

import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceText;
import java.util.List;

/** Shows a line of a file with carets below the place in question. */
final class Excerpt {
    /** What Maven's log and our own margin take of a line. */
    private static final int MARGIN = 20;

    private static final int NARROWEST = 20;
    private static final String CUT = "…";

    private final SourceText source;
    private final int widest;
    private final Palette palette;

    /** Returns excerpts of {@code source} for a console of {@code width} columns. */
    Excerpt(SourceText source, int width, Palette palette) {
        this.source = source;
        this.widest = Math.max(NARROWEST, width - MARGIN);
        this.palette = palette;
    }

    /** Returns the line that contains {@code start}, and the carets; empty if the file has no such line. */
    List<String> show(Position start, Position end) {
        if (start.line() > source.lineCount() || source.line(start.line()).isBlank()) {
            return List.of();
        }
        int[] line = source.line(start.line()).codePoints().toArray();
        if (start.column() - 1 > line.length) {
            return List.of();
        }
        int from = Math.min(start.column() - 1, line.length);
        int to = end.line() == start.line() ? Math.min(end.column() - 1, line.length) : length(line);
        to = Math.max(to, from + 1);
        // A long line is shown around the place, not from its start.
        int first = from > widest * 2 / 3 ? from - widest / 3 : 0;
        int last = Math.min(line.length, first + widest);
        String shown = (first > 0 ? CUT : "") + text(line, first, last) + (last < line.length ? CUT : "");
        String indent = (first > 0 ? " " : "") + text(line, first, from).replaceAll("[^\t]", " ");
        String carets = "^".repeat(Math.max(1, Math.min(to, last) - from));
        String number = String.valueOf(start.line());
        String margin = " ".repeat(number.length());
        return List.of(
                palette.faint("  " + number + " | ") + shown,
                palette.faint("  " + margin + " | ") + indent + palette.error(carets));
    }

    /** Returns the length without trailing blanks. */
    private static int length(int[] line) {
        int length = line.length;
        while (length > 0 && Character.isWhitespace(line[length - 1])) {
            length--;
        }
        return length;
    }

    private static String text(int[] line, int from, int to) {
        return from >= to ? "" : Printable.clean(new String(line, from, to - from));
    }
}
