package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.migration.IgnoredFile;

/** Reports a file in the folder that is not taken because its name has no version. */
final class FileName extends FolderRule {
    FileName() {
        super(Facts.error(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FolderContext folder, Reporter reporter) {
        for (IgnoredFile file : folder.migrations().ignored()) {
            if (file.kind() == IgnoredFile.Kind.MISNAMED || file.kind() == IgnoredFile.Kind.STRAY_ROLLBACK) {
                String name = String.valueOf(file.file().getFileName());
                reporter.report(
                        file.path(),
                        "`" + name + "` is not run: " + file.reason(),
                        "Name it like 20250131120000_create_users.sql, or move it out of the folder.");
            }
        }
    }
}
