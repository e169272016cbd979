package dev.pgmigrate.report;

import dev.pgmigrate.goal.FileState;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The line that sums up a result. */
final class Counts {
    /** The goals that ask rules; of the others "no errors" would say nothing. */
    private static final Set<String> JUDGES = Set.of("validate", "lint", "check", "fix");

    private Counts() {}

    /** Returns the line; the goal alone where it lists no files, counts nothing, and says in its notes what it did. */
    static String of(Result result, String module, Palette palette) {
        List<String> parts = new ArrayList<>();
        if (!result.files().isEmpty() || result.notes().isEmpty()) {
            parts.add(plural(result.files().size(), "migration"));
        }
        long passed = result.files().stream()
                .filter(file -> file.state() == FileState.PASSED)
                .count();
        if (passed > 0) {
            parts.add(passed + " passed");
        }
        if (!result.failures().isEmpty()) {
            parts.add(palette.error(plural(result.failures().size(), "failure")));
        }
        long errors = result.count(Severity.ERROR);
        if (errors > 0) {
            parts.add(palette.error(plural(errors, "error")));
        } else if (passed == 0 && result.failures().isEmpty() && JUDGES.contains(result.goal())) {
            parts.add("no errors");
        }
        long warnings = result.count(Severity.WARNING);
        if (warnings > 0) {
            parts.add(palette.warning(plural(warnings, "warning")));
        }
        long information = result.count(Severity.INFO);
        if (information > 0) {
            parts.add(information + " for information");
        }
        if (!result.suppressed().isEmpty()) {
            parts.add(result.suppressed().size() + " suppressed");
        }
        String where = module.isEmpty() ? "" : " in " + module;
        String goal = "migrate:" + result.goal() + where;
        return parts.isEmpty() ? palette.strong(goal) : palette.strong(goal + ": ") + String.join(", ", parts) + ".";
    }

    static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
