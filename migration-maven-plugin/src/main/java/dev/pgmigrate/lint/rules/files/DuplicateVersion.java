package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.replay.Runner;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reports two files with one version: only one of them would ever run. */
final class DuplicateVersion extends FolderRule {
    DuplicateVersion() {
        super(Facts.error(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FolderContext folder, Reporter reporter) {
        Map<MigrationVersion, Migration> seen = new TreeMap<>();
        for (Migration migration : folder.migrations().all()) {
            Migration first = seen.putIfAbsent(migration.version(), migration);
            if (first != null) {
                reporter.report(
                        migration.path(),
                        "Duplicate migration version " + migration.version() + ": `"
                                + first.file().getFileName() + "` and `"
                                + migration.file().getFileName() + "`",
                        "Give the one that is not applied yet a new version, with migrate:renumber.");
            }
        }
        if (folder.settings().runner() == Runner.SUPABASE) {
            checkForSupabase(folder, reporter);
        }
    }

    /** The table of the Supabase CLI has the version as its key, without what follows the first {@code _}. */
    private static void checkForSupabase(FolderContext folder, Reporter reporter) {
        Map<String, Migration> seen = new HashMap<>();
        for (Migration migration : folder.migrations().all()) {
            String version = migration.version().leadingDigits();
            Migration first = seen.putIfAbsent(version, migration);
            if (first != null && !first.version().equals(migration.version())) {
                reporter.report(
                        migration.path(),
                        "The Supabase CLI gives `" + first.file().getFileName() + "` and `"
                                + migration.file().getFileName() + "` one version, " + version,
                        "Name the file YYYYMMDDHHMMSS_name.sql, with a time of its own.");
            }
        }
    }
}
