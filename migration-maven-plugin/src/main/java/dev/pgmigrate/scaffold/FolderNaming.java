package dev.pgmigrate.scaffold;

import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.NamingScheme;
import dev.pgmigrate.migration.VersionedName;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names new files in the style of a folder's newest file, each with a version after all existing ones.
 *
 * <p>Two calls within one second, or within one day if the version is a date, get different versions: the later one moves
 * on.
 */
public final class FolderNaming {
    private static final String SECOND_OF_A_DAY = "_002";
    private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)([0-9]+)");

    private final NamingScheme scheme;
    private final String separator;
    private final boolean pairs;
    private final LocalDateTime now;
    private String newest;
    private boolean oneNumber;

    private FolderNaming(NamingScheme scheme, String newest, String separator, boolean pairs, LocalDateTime now) {
        this.scheme = scheme;
        this.newest = newest;
        this.separator = separator;
        this.pairs = pairs;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Returns the naming of a folder.
     *
     * @param fileNames the names of the files that it holds, migrations or not
     * @param now the time in UTC
     */
    public static FolderNaming of(List<String> fileNames, LocalDateTime now) {
        boolean days = fileNames.stream()
                .flatMap(name -> VersionedName.of(name).stream())
                .anyMatch(name -> name.scheme() == NamingScheme.DATE);
        return fileNames.stream()
                .filter(name -> VersionedName.of(name).isPresent())
                .max(Comparator.comparing(
                        (String name) -> VersionedName.of(name).orElseThrow().version()))
                .map(name -> like(name, days, now))
                .orElseGet(() -> new FolderNaming(NamingScheme.TIMESTAMP, "", "_", false, now));
    }

    private static FolderNaming like(String newest, boolean days, LocalDateTime now) {
        VersionedName name = VersionedName.of(newest).orElseThrow();
        String start = newest.substring(0, newest.lastIndexOf(name.description()));
        String version = start.replaceFirst("^[VU]", "").replaceFirst("[_-]+$", "");
        String separator = start.substring(start.lastIndexOf(version) + version.length());
        boolean pairs = newest.endsWith(".up.sql") || newest.endsWith(".down.sql");
        boolean secondOfADay = days && name.scheme() == NamingScheme.DATE_AND_NUMBER;
        return new FolderNaming(secondOfADay ? NamingScheme.DATE : name.scheme(), version, separator, pairs, now);
    }

    /** Returns this for a tool that takes the digits before the first {@code _} for the version, as the Supabase CLI does. */
    FolderNaming ofOneNumber() {
        oneNumber = true;
        return this;
    }

    /** Returns whether rollbacks are beside their migrations, {@code .up.sql} and {@code .down.sql}. */
    boolean pairs() {
        return pairs;
    }

    /** Returns the next version in the form of a file name; each call moves on. */
    public String next() {
        newest = switch (scheme) {
            case TIMESTAMP -> timestamp();
            case DATE -> day();
            case DATE_AND_NUMBER -> dayAndNumber("%04d%02d%02d");
            case DATE_PARTS_AND_NUMBER -> dayAndNumber("%04d_%02d_%02d");
            case NUMBER -> counted(newest);
            case FLYWAY -> newest.length() == "20250131120000".length() ? timestamp() : counted(newest);
        };
        return newest;
    }

    /** Returns the name of a file with that version, {@code V2__create_users.sql}. */
    public String fileName(String version, String name) {
        return (scheme == NamingScheme.FLYWAY ? "V" : "") + version + separator + name + (pairs ? ".up.sql" : ".sql");
    }

    /** Tells whether a version names a day. */
    public boolean namesDays() {
        return scheme != NamingScheme.NUMBER && newest.replace("_", "").length() >= 8;
    }

    /** Returns the day that a version names, or today. */
    public LocalDate date(String version) {
        String digits = version.replace("_", "");
        return scheme == NamingScheme.NUMBER || digits.length() < 8
                ? now.toLocalDate()
                : day(digits.substring(0, 8)).orElse(now.toLocalDate());
    }

    private String timestamp() {
        String second = written(now);
        if (newest.isEmpty() || isAfter(second, newest)) {
            return second;
        }
        try {
            int clock = Integer.parseInt(newest.substring(8));
            LocalDate day = day(newest.substring(0, 8)).orElseThrow(() -> new DateTimeException(newest));
            return written(
                    day.atTime(clock / 10_000, clock / 100 % 100, clock % 100).plusSeconds(1));
        } catch (DateTimeException e) {
            // Some tools write seconds of 60 and more, and sort by them.
            return counted(newest);
        }
    }

    private String day() {
        String today = written(now).substring(0, 8);
        if (isAfter(today, newest)) {
            return today;
        }
        if (oneNumber && !newest.contains("_")) {
            return timestamp();
        }
        // A second file of a day says so; tomorrow's date would be untrue, and in tomorrow's way.
        return newest.length() > today.length() ? counted(newest) : newest + SECOND_OF_A_DAY;
    }

    private String dayAndNumber(String format) {
        String today = String.format(Locale.ROOT, format, now.getYear(), now.getMonthValue(), now.getDayOfMonth());
        Matcher number = lastNumber(newest);
        String first = today + "_" + padded(BigInteger.ONE, number.group(2).length());
        return isAfter(first, newest) ? first : counted(newest);
    }

    private static String counted(String version) {
        Matcher number = lastNumber(version);
        return number.group(1)
                + padded(
                        new BigInteger(number.group(2)).add(BigInteger.ONE),
                        number.group(2).length());
    }

    private static Matcher lastNumber(String version) {
        Matcher number = LAST_NUMBER.matcher(version);
        if (!number.matches()) {
            throw new IllegalStateException("Not a version: " + version);
        }
        return number;
    }

    private static String padded(BigInteger number, int width) {
        String digits = number.toString();
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static boolean isAfter(String version, String other) {
        return MigrationVersion.of(version).compareTo(MigrationVersion.of(other)) > 0;
    }

    private static String written(LocalDateTime time) {
        return String.format(
                Locale.ROOT,
                "%04d%02d%02d%02d%02d%02d",
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    private static Optional<LocalDate> day(String digits) {
        try {
            int number = Integer.parseInt(digits);
            return Optional.of(LocalDate.of(number / 10_000, number / 100 % 100, number % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
