package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.migration.Migration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports a number that a sequence of numbered files leaves out. */
final class VersionGap extends FolderRule {
    private static final int LONGEST = 6;
    private static final int WIDEST_GAP = 10;

    VersionGap() {
        super(Facts.warning(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FolderContext folder, Reporter reporter) {
        List<Migration> numbered = new ArrayList<>();
        int ones = 0;
        int steps = 0;
        for (Migration migration : folder.migrations().all()) {
            if (number(migration.version().toString()) >= 0) {
                int step = numbered.isEmpty() ? 0 : step(numbered.get(numbered.size() - 1), migration);
                steps += step > 0 ? 1 : 0;
                ones += step == 1 ? 1 : 0;
                numbered.add(migration);
            }
        }
        // Numbers by tens, or of tickets, are no sequence.
        if (2 * ones < steps && steps > 1) {
            return;
        }
        for (int i = 1; i < numbered.size(); i++) {
            int step = step(numbered.get(i - 1), numbered.get(i));
            if (step > 1 && step <= WIDEST_GAP) {
                report(numbered.get(i - 1), numbered.get(i), folder, reporter);
            }
        }
    }

    private static void report(Migration before, Migration after, FolderContext folder, Reporter reporter) {
        Set<Integer> taken = otherNumbers(folder);
        int last = number(after.version().toString());
        for (int missing = number(before.version().toString()) + 1; missing < last; missing++) {
            if (!taken.contains(missing)) {
                reporter.report(
                        after.path(),
                        "`" + after.file().getFileName() + "` follows `"
                                + before.file().getFileName() + "`, and there is no version " + missing,
                        "Look for the missing file, or give this one the next number if it has not been applied anywhere.");
                return;
            }
        }
    }

    /** The numbers of files that cannot be read, are no migrations or have parts behind the number. */
    private static Set<Integer> otherNumbers(FolderContext folder) {
        Set<Integer> numbers = new HashSet<>();
        folder.migrations().all().forEach(migration -> numbers.add(leading(migration.path())));
        folder.migrations().rejected().forEach(file -> numbers.add(leading(file.path())));
        folder.migrations().ignored().forEach(file -> numbers.add(leading(file.path())));
        return numbers;
    }

    private static int leading(String path) {
        int start = path.lastIndexOf('/') + 1;
        start += path.startsWith("V", start) ? 1 : 0;
        int end = start;
        while (end < path.length() && Character.isDigit(path.charAt(end))) {
            end++;
        }
        return number(path.substring(start, end));
    }

    private static int step(Migration before, Migration after) {
        return number(after.version().toString()) - number(before.version().toString());
    }

    /** Returns the number that a version is, or -1 where it is a date, has parts or is too long for a sequence. */
    private static int number(String version) {
        boolean digits = !version.isEmpty() && version.length() <= LONGEST;
        for (int i = 0; digits && i < version.length(); i++) {
            digits = version.charAt(i) >= '0' && version.charAt(i) <= '9';
        }
        return digits ? Integer.parseInt(version) : -1;
    }
}
