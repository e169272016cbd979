package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import java.util.Optional;

/** Reports a pending file that is older than the newest applied one. */
final class OutOfOrderVersion extends FolderRule {
    OutOfOrderVersion() {
        super(Facts.error(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FolderContext folder, Reporter reporter) {
        Optional<MigrationVersion> newest = folder.applied().versions().stream().max(MigrationVersion::compareTo);
        if (newest.isEmpty() || folder.applied().outOfOrder()) {
            return;
        }
        for (Migration migration : folder.migrations().all()) {
            if (folder.applied().isPending(migration.version())
                    && migration.version().compareTo(newest.get()) < 0) {
                reporter.report(
                        migration.path(),
                        "`" + migration.file().getFileName() + "` would run after " + newest.get()
                                + ", which is newer and applied already",
                        "Give it a version that is newer than " + newest.get() + ".");
            }
        }
    }
}
