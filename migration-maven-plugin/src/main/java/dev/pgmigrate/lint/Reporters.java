package dev.pgmigrate.lint;

import dev.pgmigrate.migration.SqlFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reporter a rule, for one file or for the whole folder; what all of them take down comes together here. */
final class Reporters {
    private final @Nullable SqlFile file;
    private final List<Reporter.Draft> drafts = new ArrayList<>();

    Reporters(@Nullable SqlFile file) {
        this.file = file;
    }

    Reporter of(Rule rule) {
        return new Reporter(rule, file, drafts);
    }

    List<Reporter.Draft> drafts() {
        return drafts;
    }
}
