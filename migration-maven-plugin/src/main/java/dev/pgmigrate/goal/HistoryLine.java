package dev.pgmigrate.goal;

import dev.pgmigrate.apply.history.HistoryRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a migration was applied, by whom, and how long it took.
 *
 * @param at when
 * @param by the role
 * @param millisOrNull how long it took, or null if another tool applied it
 * @param age {@code recent}, {@code this week}, {@code this month} or {@code older}
 */
public record HistoryLine(Instant at, String by, @Nullable Long millisOrNull, String age) {
    private static final String RECENT = "recent";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static HistoryLine of(HistoryRow row, Instant now) {
        return new HistoryLine(row.appliedAt(), row.appliedBy(), row.millisOrNull(), age(row.appliedAt(), now));
    }

    private static String age(Instant at, Instant now) {
        long days = Duration.between(at, now).toDays();
        if (days < 1) {
            return RECENT;
        }
        if (days < 7) {
            return "this week";
        }
        return at.isAfter(now.minus(30, ChronoUnit.DAYS)) ? "this month" : "older";
    }

    /** Returns it in readable form: {@code 2025-01-31 12:00 by app, 12 ms, this week}. */
    String text() {
        Long millis = millisOrNull;
        return TIME.format(at.atZone(ZoneId.systemDefault())) + " by " + by
                + (millis == null ? "" : ", " + millis + " ms") + ", "
                + (age.equals(RECENT) ? "within a day" : age);
    }
}
