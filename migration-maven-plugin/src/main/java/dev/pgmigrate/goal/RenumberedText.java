package dev.pgmigrate.goal;

import dev.pgmigrate.migration.MigrationVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Updates the header comment of a file to a new version: its {@code Version}, {@code Date} and file name. */
final class RenumberedText {
    private static final Pattern FIELD = Pattern.compile("(--\\s*([A-Za-z]+):\\s*)(.*?)(\\s*)");

    private RenumberedText() {}

    /**
     * Returns {@code text} with the new version in its header; nothing changes below the first statement.
     *
     * @param oldStem the file's previous name, without {@code .sql}
     * @param newStem its new name
     * @param dateOrEmpty the date that the new version contains, if any
     */
    static String of(
            String text,
            MigrationVersion oldVersion,
            MigrationVersion newVersion,
            String oldStem,
            String newStem,
            Optional<LocalDate> dateOrEmpty) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("--")) {
                break;
            }
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                continue;
            }
            String value = field.group(3);
            String changed = switch (field.group(2)) {
                case "Version" ->
                    MigrationVersion.isVersion(value)
                                    && MigrationVersion.of(value).equals(oldVersion)
                            ? newVersion.toString()
                            : value;
                case "Date" -> dateOrEmpty.map(LocalDate::toString).orElse(value);
                case "Migration", "Rollback" -> value.replace(oldStem, newStem);
                default -> value;
            };
            lines.set(i, field.group(1) + changed + field.group(4));
        }
        return String.join("\n", lines);
    }
}
