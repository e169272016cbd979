package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;

/** Reports tables of one file whose foreign keys form a circle. */
final class CircularForeignKey extends FileRule {
    CircularForeignKey() {
        super(Facts.error(Category.ORDER).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext file, Reporter reporter) {
        for (ForeignKeyCycles.Link link : ForeignKeyCycles.of(file.steps().changes())) {
            CreateTable create = (CreateTable) link.create().statement();
            reporter.report(
                            link.key().range(),
                            "`" + create.name() + "` and `" + link.key().referenced()
                                    + "` refer to each other, so that no order of the two works: this one fails with"
                                    + " " + SqlState.UNDEFINED_TABLE,
                            "Add this foreign key with ALTER TABLE once both tables are there.")
                    .fix(ForeignKeyMove.behind(link));
        }
    }
}
