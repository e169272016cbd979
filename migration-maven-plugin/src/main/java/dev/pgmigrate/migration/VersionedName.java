package dev.pgmigrate.migration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a file name: scheme, version, description, and direction. */
public record VersionedName(NamingScheme scheme, MigrationVersion version, String description, Direction direction) {
    /** The direction of a file. */
    public enum Direction {
        UP,
        /** {@code .down.sql} or Flyway's {@code U1__x.sql}: never a migration. */
        DOWN,
        /** {@code …_rollback_…}: a rollback if another file has the same version, else a migration. */
        MAYBE_DOWN
    }

    private static final Pattern FLYWAY = Pattern.compile("([VU])([0-9]+(?:[._][0-9]+)*)__(.+)");
    private static final Pattern DATE_PARTS = Pattern.compile("([0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]+)[_-](.+)");
    private static final Pattern TWO_NUMBERS = Pattern.compile("([0-9]{8}_[0-9]+)[_-](.+)");
    private static final Pattern NUMBER = Pattern.compile("([0-9]+)[_-](.+)");
    private static final Pattern ROLLBACK = Pattern.compile("rollback(?:_.*)?", Pattern.CASE_INSENSITIVE);
    private static final String DOWN_SUFFIX = ".down";
    private static final String UP_SUFFIX = ".up";

    /** Parses {@code fileName}; empty if it matches none of the schemes. */
    public static Optional<VersionedName> of(String fileName) {
        if (!fileName.endsWith(".sql")) {
            return Optional.empty();
        }
        String stem = fileName.substring(0, fileName.length() - ".sql".length());
        Direction direction = Direction.UP;
        if (stem.endsWith(DOWN_SUFFIX)) {
            direction = Direction.DOWN;
            stem = stem.substring(0, stem.length() - DOWN_SUFFIX.length());
        } else if (stem.endsWith(UP_SUFFIX)) {
            stem = stem.substring(0, stem.length() - UP_SUFFIX.length());
        }
        Matcher flyway = FLYWAY.matcher(stem);
        if (flyway.matches()) {
            Direction flywayDirection = flyway.group(1).equals("U") ? Direction.DOWN : direction;
            return Optional.of(new VersionedName(
                    NamingScheme.FLYWAY,
                    MigrationVersion.of(flyway.group(2).replace('_', '.')),
                    flyway.group(3),
                    flywayDirection));
        }
        return numbered(stem, direction);
    }

    private static Optional<VersionedName> numbered(String stem, Direction direction) {
        Matcher parts = DATE_PARTS.matcher(stem);
        if (parts.matches() && Dates.isDate(parts.group(1).substring(0, 10).replace("_", ""))) {
            return Optional.of(named(NamingScheme.DATE_PARTS_AND_NUMBER, parts, direction));
        }
        Matcher two = TWO_NUMBERS.matcher(stem);
        if (two.matches() && Dates.isDate(two.group(1).substring(0, 8))) {
            return Optional.of(named(NamingScheme.DATE_AND_NUMBER, two, direction));
        }
        Matcher number = NUMBER.matcher(stem);
        if (!number.matches()) {
            return Optional.empty();
        }
        String digits = number.group(1);
        return Optional.of(named(scheme(digits), number, direction));
    }

    private static NamingScheme scheme(String digits) {
        if (Dates.isTimestamp(digits)) {
            return NamingScheme.TIMESTAMP;
        }
        return Dates.isDate(digits) ? NamingScheme.DATE : NamingScheme.NUMBER;
    }

    private static VersionedName named(NamingScheme scheme, Matcher matcher, Direction direction) {
        String description = matcher.group(2);
        boolean maybeDown =
                direction == Direction.UP && ROLLBACK.matcher(description).matches();
        return new VersionedName(
                scheme,
                MigrationVersion.of(matcher.group(1)),
                description,
                maybeDown ? Direction.MAYBE_DOWN : direction);
    }
}
