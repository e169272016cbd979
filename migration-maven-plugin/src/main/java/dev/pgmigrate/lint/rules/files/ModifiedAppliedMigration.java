package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.ReferenceFiles;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.Migration;

/** Reports a migration that another branch has released and this one changes. */
public final class ModifiedAppliedMigration implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.FILES;
    }

    @Override
    public void checkFolder(FolderContext context, Reporter reporter) {
        ReferenceFiles reference = context.applied().reference().orElse(null);
        if (reference == null) {
            return;
        }
        for (Migration migration : context.migrations().all()) {
            Checksum there = reference.checksums().get(migration.path());
            // A file that the database says is pending has run nowhere that counts.
            if (there != null
                    && !there.equals(migration.checksum())
                    && !context.applied().isPending(migration.version())) {
                reporter.report(
                        migration.path(),
                        "`" + migration.file().getFileName() + "` is changed since " + reference.name()
                                + ", from where it may be applied already",
                        "Take the change back, and put it into a new migration.");
            }
        }
    }
}
