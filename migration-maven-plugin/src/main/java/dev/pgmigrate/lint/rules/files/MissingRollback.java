package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.migration.Migration;

/** Reports a migration without a script that undoes it, and without a word that it cannot be undone. */
final class MissingRollback extends FolderRule {
    MissingRollback() {
        super(Facts.warning(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FolderContext folder, Reporter reporter) {
        for (Migration migration : folder.migrations().all()) {
            boolean written =
                    migration.rollback().filter(rollback -> !rollback.isStub()).isPresent();
            if (!written && migration.irreversible().isEmpty()) {
                reporter.report(
                        migration.path(),
                        "Nothing undoes `" + migration.file().getFileName() + "`",
                        "Write ../rollback/" + migration.file().getFileName()
                                + " (mvn migrate:new -Dkind=rollback -Dof=" + migration.version()
                                + " drafts it), or say -- migrate:irreversible reason=\"…\" in the file.");
            }
        }
    }
}
