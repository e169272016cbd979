package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The marked sections of a file: dbmate's {@code -- migrate:up}, goose's {@code -- +goose Up}.
 *
 * <p>Both texts have the length of the file; the other section is blanked out, so that positions in a section are
 * positions in the file.
 *
 * @param up the text of the migration
 * @param downOrNull the text of its rollback, or null if there is no such section
 * @param transactionOffOrNull the marker that turns off the transaction of the migration, or null
 * @param downTransactionOffOrNull the marker that turns off that of the rollback, or null; goose's is for both
 */
record Sections(
        SourceText up,
        @Nullable SourceText downOrNull,
        @Nullable SourceRange transactionOffOrNull,
        @Nullable SourceRange downTransactionOffOrNull) {
    private static final Pattern MARKER = Pattern.compile(
            "^--[ \\t]*(?:migrate:(?<dbmate>up|down)\\b(?<options>.*)|\\+goose[ \\t]+(?<goose>.*))$",
            Pattern.MULTILINE);
    private static final Pattern DIRECTIVE_LINE = Pattern.compile("[ \\t]*--[ \\t]*migrate:(?!(?:up|down)\\b).*\\s*");

    private enum Mark {
        UP,
        DOWN
    }

    static Sections of(SourceText text) {
        if (!text.contains("migrate:") && !text.contains("+goose")) {
            return new Sections(text, null, null, null);
        }
        List<SourceRange> downRanges = new ArrayList<>();
        SourceRange transactionOff = null;
        SourceRange downTransactionOff = null;
        int downStart = -1;
        boolean down = false;
        Matcher marker = MARKER.matcher(text.characters());
        while (marker.find()) {
            Mark mark = mark(marker);
            if (mark == Mark.DOWN && downStart < 0) {
                down = true;
                downStart = marker.start();
            } else if (mark == Mark.UP && downStart >= 0) {
                downRanges.add(new SourceRange(downStart, marker.start()));
                downStart = -1;
            }
            if (turnsTransactionOff(marker)) {
                SourceRange place = new SourceRange(marker.start(), marker.end());
                transactionOff = mark == Mark.DOWN ? transactionOff : place;
                downTransactionOff = mark == Mark.UP ? downTransactionOff : place;
            }
        }
        if (!down) {
            return new Sections(text, null, transactionOff, null);
        }
        if (downStart >= 0) {
            downRanges.add(new SourceRange(downStart, text.length()));
        }
        return split(text, downRanges, transactionOff, downTransactionOff);
    }

    private static @Nullable Mark mark(Matcher marker) {
        String word = marker.group("dbmate");
        if (word == null) {
            word = marker.group("goose").strip().toLowerCase(Locale.ROOT);
        }
        return switch (word) {
            case "up" -> Mark.UP;
            case "down" -> Mark.DOWN;
            default -> null;
        };
    }

    private static boolean turnsTransactionOff(Matcher marker) {
        String options = marker.group("options");
        if (options != null) {
            return options.strip().equals("transaction:false");
        }
        return marker.group("goose").strip().equalsIgnoreCase("no transaction");
    }

    private static Sections split(
            SourceText text,
            List<SourceRange> down,
            @Nullable SourceRange transactionOff,
            @Nullable SourceRange downTransactionOff) {
        List<SourceRange> up = new ArrayList<>();
        int position = 0;
        for (SourceRange range : down) {
            up.add(new SourceRange(position, range.start()));
            position = range.end();
        }
        up.add(new SourceRange(position, text.length()));
        return new Sections(text.masked(down, ' '), text.masked(up, ' '), transactionOff, downTransactionOff);
    }

    /** Returns whether a line contains only a {@code -- migrate:} directive; section markers do not count. */
    static boolean isDirectiveLine(CharSequence text, int start, int end) {
        int i = start;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i + 1 < end
                && text.charAt(i) == '-'
                && text.charAt(i + 1) == '-'
                && DIRECTIVE_LINE.matcher(text).region(start, end).matches();
    }
}
