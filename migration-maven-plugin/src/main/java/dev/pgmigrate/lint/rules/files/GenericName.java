package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.migration.Migration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reports a file whose name does not say what it changes. */
final class GenericName extends FolderRule {
    private static final Set<String> EMPTY_WORDS = Set.of(
            "a",
            "alter",
            "change",
            "changes",
            "db",
            "fix",
            "fixes",
            "hotfix",
            "migrate",
            "migration",
            "migrations",
            "misc",
            "more",
            "new",
            "patch",
            "schema",
            "script",
            "some",
            "sql",
            "stuff",
            "temp",
            "test",
            "the",
            "tmp",
            "update",
            "updates",
            "wip");

    GenericName() {
        super(Facts.warning(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FolderContext folder, Reporter reporter) {
        for (Migration migration : folder.migrations().all()) {
            List<String> words =
                    List.of(migration.name().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1));
            boolean says = words.stream().anyMatch(word -> !EMPTY_WORDS.contains(word) && !word.matches("v?[0-9]*"));
            if (!says) {
                reporter.report(
                        migration.path(),
                        "The name `" + migration.name() + "` does not say what the migration changes",
                        "Name what it changes, for example add_due_date_to_tasks.");
            }
        }
    }
}
