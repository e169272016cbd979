package dev.pgmigrate.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits {@code public."Users".email} into its parts, folded as the server stores them. */
final class DottedName {
    private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^\\s.\"]+)");

    private DottedName() {}

    /** Returns the parts, or an empty list where {@code written} is not a name. */
    static List<String> parse(String written) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(written);
        int position = 0;
        while (part.find() && part.start() == position) {
            String quoted = part.group(1);
            parts.add(quoted == null ? part.group(2).toLowerCase(Locale.ROOT) : quoted.replace("\"\"", "\""));
            if (part.end() == written.length()) {
                return parts;
            }
            if (written.charAt(part.end()) != '.') {
                return List.of();
            }
            position = part.end() + 1;
        }
        return List.of();
    }
}
