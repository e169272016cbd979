package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Reports a constraint that was added {@code NOT VALID} and that no later file validates. */
final class NeverValidatedConstraint extends FolderRule {
    /** So many later files before it counts as forgotten. */
    private static final int GRACE = 3;

    NeverValidatedConstraint() {
        super(Facts.warning(Category.LOCK).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        List<Migration> migrations = context.migrations().all();
        Set<SqlFile> recent = Collections.newSetFromMap(new IdentityHashMap<>());
        migrations.subList(Math.max(0, migrations.size() - GRACE), migrations.size()).stream()
                .map(Migration::sql)
                .forEach(recent::add);
        for (Table table : context.end().tables()) {
            for (TableConstraint constraint : table.constraints().all()) {
                if (!constraint.validated()
                        && !table.foreign()
                        && !recent.contains(constraint.origin().file())) {
                    reporter.report(
                            constraint.origin(),
                            "`" + constraint.name() + "` of `" + table.name().name()
                                    + "` was added NOT VALID and no file validates it, so it says nothing about the"
                                    + " old rows",
                            "Write a migration with ALTER TABLE … VALIDATE CONSTRAINT, which blocks neither reads nor"
                                    + " writes.");
                }
            }
        }
    }
}
