package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.ReferenceFiles;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.Migration;

/** Reports a migration that another branch has released and this one changes. */
final class ModifiedAppliedMigration extends FolderRule {
    ModifiedAppliedMigration() {
        super(Facts.error(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
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
                        "`" + migration.file().getFileName() + "` has changed since " + reference.name()
                                + ", from where it may be applied already",
                        "Revert the change, and put it into a new migration.");
            }
        }
    }
}
