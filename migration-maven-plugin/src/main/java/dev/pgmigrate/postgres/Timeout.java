package dev.pgmigrate.postgres;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a timeout as PostgreSQL's configuration writes one (PostgreSQL manual, 20.1.1 "Parameter Names and Values"). */
public final class Timeout {
    /** What can be written, as the end of a sentence. */
    public static final String FORM = "a number with ms, s, min, h or d, such as 500ms or 2s, at most 24d; 0 is none";

    /** The server keeps milliseconds in 32 bits. */
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,10})\\s*(ms|s|min|h|d)");

    private Timeout() {}

    /**
     * Returns the timeout that {@code text} writes; nothing where it writes none that a server takes.
     *
     * <p>A number alone is refused: the server takes it for milliseconds, and people mean seconds.
     */
    public static Optional<Duration> parse(String text) {
        if (text.strip().equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        Duration timeout = Duration.ofMillis(Long.parseLong(written.group(1)) * millis(written.group(2)));
        return timeout.compareTo(LONGEST) <= 0 ? Optional.of(timeout) : Optional.empty();
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "min" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> throw new IllegalArgumentException(unit);
        };
    }
}
