package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;

/** Reports a foreign key that may be NULL. */
final class ForbidNullableFk extends FolderRule {
    ForbidNullableFk() {
        super(Facts.off(Category.DESIGN).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            for (TableConstraint key : table.constraints().all()) {
                for (String name : key.columns()) {
                    boolean nullable = table.column(name)
                            .filter(column -> !column.notNull())
                            .isPresent();
                    if (key.kind() == TableConstraint.Kind.FOREIGN_KEY && nullable) {
                        reporter.report(
                                key.origin(),
                                "`" + table.name().name() + "." + name + "` refers to another table and may be NULL",
                                "Make it NOT NULL, or suppress this where a row may stand alone.");
                    }
                }
            }
        }
    }
}
