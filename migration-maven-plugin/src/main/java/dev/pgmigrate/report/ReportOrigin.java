package dev.pgmigrate.report;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a report comes from.
 *
 * @param project the project and its version, as its readers know it
 * @param commit the commit that was judged; empty where there is none
 * @param prefix the path from the repository's root to the result's files; empty, or ending in {@code /}
 * @param version this tool's version
 * @param time when it was made
 */
public record ReportOrigin(String project, String commit, String prefix, String version, ZonedDateTime time) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ROOT);

    /** Returns the line that tells a reader of what, by what and when, even where the report was sent around. */
    String line() {
        return Stream.of(project, commit.isEmpty() ? "" : "commit " + commit, TIME.format(time), "migrate " + version)
                .filter(part -> !part.isEmpty())
                .map(Printable::line)
                .collect(Collectors.joining(" · "));
    }
}
