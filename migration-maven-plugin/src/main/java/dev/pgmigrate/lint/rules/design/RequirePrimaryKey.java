package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.replay.Table;

/** Reports a table without a primary key. */
final class RequirePrimaryKey extends FolderRule {
    RequirePrimaryKey() {
        super(Facts.warning(Category.DESIGN).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            boolean own = table.created() && !table.temporary() && !table.foreign() && table.partitionOf() == null;
            if (own && table.primaryKey().isEmpty()) {
                reporter.report(
                                table.origin(),
                                "`" + table.name()
                                        + "` has no primary key: no row can be told from its copy, and a publication"
                                        + " cannot update or delete its rows",
                                "Give it a key of its own, or make a unique set of its columns the primary key.")
                        .assumedIf(!table.columnsKnown());
            }
        }
    }
}
