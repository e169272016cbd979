package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.ReferenceFiles;
import dev.pgmigrate.lint.Reporter;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Reports a migration that another branch has released and that is gone here. */
final class DeletedAppliedMigration extends FolderRule {
    DeletedAppliedMigration() {
        super(Facts.error(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        ReferenceFiles reference = context.applied().reference().orElse(null);
        if (reference == null || reference.checksums().isEmpty()) {
            return;
        }
        Set<String> here = new HashSet<>();
        context.migrations().all().forEach(migration -> here.add(migration.path()));
        context.migrations().rejected().forEach(file -> here.add(file.path()));
        for (String path : new TreeSet<>(reference.checksums().keySet())) {
            if (!here.contains(path)) {
                reporter.report(
                        path,
                        "`" + path.substring(path.lastIndexOf('/') + 1) + "` is in " + reference.name()
                                + " and gone here, where it may be applied already",
                        "Restore it, and undo what it does in a new migration.");
            }
        }
    }
}
