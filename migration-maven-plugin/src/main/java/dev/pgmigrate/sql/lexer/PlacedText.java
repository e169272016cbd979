package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.util.Arrays;

/**
 * A text that was taken out of a file piece by piece, and where in the file each of its characters stands. The places never
 * go back, so that every stretch of the text is a stretch of the file.
 */
public final class PlacedText {
    private static final String OPENING = "'$eEuU";

    private final StringBuilder text = new StringBuilder();
    private int[] places = new int[64];
    private int placed;

    /**
     * Returns what the constant at {@code literal} holds. Where the file shows it in other signs than {@code value}, as inside
     * a body that is a quoted string itself, all of it stands where the constant does.
     */
    public static PlacedText of(SourceText source, SourceRange literal, String value) {
        if (literal.length() > 1 && OPENING.indexOf(source.charAt(literal.start())) >= 0) {
            PlacedText content = StringContent.read(source, literal);
            if (content.toString().equals(value)) {
                return content;
            }
        }
        PlacedText all = new PlacedText();
        all.append(value, literal.start());
        all.endAt(literal.end());
        return all;
    }

    public int length() {
        return text.length();
    }

    public char charAt(int index) {
        return text.charAt(index);
    }

    /** Returns where a character stands; behind the last one, where the text ends. */
    public int place(int index) {
        return places[index];
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Adds characters that all stand at one place. */
    public PlacedText append(String added, int place) {
        text.append(added);
        return endAt(place);
    }

    /** Adds another text, each character where it is there. */
    public PlacedText append(PlacedText other) {
        for (int i = 0; i < other.length(); i++) {
            text.append(other.charAt(i));
            endAt(other.place(i));
        }
        return endAt(other.place(other.length()));
    }

    /** Cuts the text into tokens; their ranges are those of the file. */
    public Tokens tokens() {
        return Lexer.scan(text.toString(), Places.of(Arrays.copyOf(places, text.length() + 1)));
    }

    /** Where the decoders of escapes write; {@link #endAt} then says where that stands. */
    StringBuilder writer() {
        return text;
    }

    /** Notes {@code place} for the characters that were added since, and for the end behind them. */
    public PlacedText endAt(int place) {
        int size = text.length();
        if (size + 1 >= places.length) {
            places = Arrays.copyOf(places, (size + 1) * 2);
        }
        Arrays.fill(places, placed, size, place);
        placed = size;
        places[size] = place;
        return this;
    }
}
