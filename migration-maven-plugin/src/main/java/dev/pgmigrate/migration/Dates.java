package dev.pgmigrate.migration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** Tells dates and timestamps from numbers, so that {@code 20250131} is a date and {@code 12345678} is not. */
final class Dates {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    static boolean isDate(String digits) {
        if (digits.length() != 8 || digits.startsWith("0")) {
            return false;
        }
        try {
            LocalDate.parse(digits, DAY);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /**
     * Returns whether {@code digits} are a date and six more digits: some tools write seconds of 60 and more, and sort by
     * them.
     */
    static boolean isTimestamp(String digits) {
        return digits.length() == 14 && isDate(digits.substring(0, 8));
    }
}
