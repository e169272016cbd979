package dev.pgmigrate.lint;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.Defect;
import dev.pgmigrate.sql.SourceRange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reporter per rule, for one file or for the whole folder; collects the findings of all of them. */
final class Reporters {
    static final String REPORT_IT =
            "Report this line with the statement and the version of the plugin to its maintainers; the findings of"
                    + " the other rules are unaffected.";

    /** Of one rule; nobody reads more, and a file of rows can have millions. */
    static final int MOST_IN_A_FILE = 10_000;

    private final @Nullable SqlFile file;
    private final Set<RuleId> failed = new HashSet<>();
    private final Drafts drafts;

    Reporters(@Nullable SqlFile file) {
        this.file = file;
        this.drafts = new Drafts(file == null ? Integer.MAX_VALUE : MOST_IN_A_FILE);
    }

    Reporter of(Rule rule) {
        return new Reporter(rule, file, drafts);
    }

    /** Records that {@code rule} threw on the file; its first failure there is enough to fix it. */
    void failed(Rule rule, SourceRange range, Throwable thrown) {
        if (failed.add(rule.id())) {
            of(EngineRule.INTERNAL_ERROR).report(range, failure(rule, thrown), REPORT_IT);
        }
    }

    /** Records that {@code rule} threw on the folder, at one of its files. */
    void failed(Rule rule, String path, Throwable thrown) {
        of(EngineRule.INTERNAL_ERROR).report(path, failure(rule, thrown), REPORT_IT);
    }

    private static String failure(Rule rule, Throwable thrown) {
        return "The rule `" + rule.id() + "` fails with " + Defect.of(thrown) + ", and what it would find is missing";
    }

    List<Reporter.Draft> drafts() {
        return drafts.all();
    }
}
